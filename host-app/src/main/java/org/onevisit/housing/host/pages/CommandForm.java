package org.onevisit.housing.host.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Reads a command from the form of an action. */
final class CommandForm {
    /** Actions whose form is on the page of an application; the others have a page of their own. */
    static final Set<Action> HERE = Set.of(
            Action.ACCEPT,
            Action.REQUEST_MAKE_GOOD,
            Action.DECLINE,
            Action.REVOKE_AUTHORISATION,
            Action.ENDORSE,
            Action.OPPOSE,
            Action.RECHECK,
            Action.VOTE,
            Action.DISMISS_OBJECTION,
            Action.UPHOLD_OBJECTION,
            Action.RECONSIDER,
            Action.PAUSE,
            Action.RESUME,
            Action.EXTEND,
            Action.WITHDRAW,
            Action.DISCONTINUE);

    private CommandForm() {}

    /** The command of the action whose name stands in the URL. */
    static Command read(String slug, HttpServletRequest request) {
        Action action = Arrays.stream(Action.values())
                .filter(a -> a.slug().equals(slug) && HERE.contains(a))
                .findFirst()
                .orElseThrow(PageServlet::noSuchPage);
        String reasons = PageServlet.field(request, "reasons");
        String reason = PageServlet.field(request, "reason");
        String objection = PageServlet.field(request, "objection");
        return switch (action) {
            case ACCEPT -> new Command.Accept();
            case REQUEST_MAKE_GOOD -> new Command.RequestMakeGood();
            case DECLINE -> new Command.Decline(reason, reasons);
            case REVOKE_AUTHORISATION ->
                new Command.RevokeAuthorisation(
                        PageServlet.field(request, "member"), Authorisation.HOUSING_SECURITY_VERIFICATION, reasons);
            case ENDORSE -> new Command.Endorse(reasons);
            case OPPOSE -> new Command.Oppose(reasons);
            case RECHECK -> new Command.Recheck(checks(request), reasons);
            case VOTE -> new Command.Vote(choice(Command.Vote.Choice.class, request, "choice"), reasons);
            case DISMISS_OBJECTION -> new Command.DismissObjection(objection, reasons);
            case UPHOLD_OBJECTION -> new Command.UpholdObjection(objection, reasons);
            case RECONSIDER -> new Command.Reconsider(reasons);
            case PAUSE -> new Command.Pause(reason, reasons);
            case RESUME -> new Command.Resume();
            case EXTEND -> new Command.Extend(reasons);
            case WITHDRAW -> new Command.Withdraw(reasons);
            case DISCONTINUE ->
                new Command.Discontinue(choice(Command.Discontinue.Cause.class, request, "reason"), reasons);
            default -> throw PageServlet.noSuchPage();
        };
    }

    private static Set<String> checks(HttpServletRequest request) {
        String[] values = request.getParameterValues("checks");
        return values == null
                ? Set.of()
                : Set.of(Arrays.stream(values).distinct().toArray(String[]::new));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, HttpServletRequest request, String name) {
        String value = PageServlet.field(request, name).toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new HousingException(
                        ErrorCode.BAD_ARGUMENT,
                        "nothing was chosen for " + name + "; choose one of "
                                + Arrays.toString(type.getEnumConstants())));
    }
}
