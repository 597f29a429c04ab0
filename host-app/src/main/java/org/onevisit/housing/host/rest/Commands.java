package org.onevisit.housing.host.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Makes a command out of an action's name and the fields that came with it. */
final class Commands {
    private final Function<String, Application> reader;

    /** Reads submissions that come inside a command with {@code reader}. */
    Commands(Function<String, Application> reader) {
        this.reader = reader;
    }

    /**
     * The action that goes by this name in an address.
     *
     * @throws HousingException NOT_FOUND if none of these does
     */
    static Action named(String slug, Set<Action> among) {
        return Arrays.stream(Action.values())
                .filter(action -> action.slug().equals(slug) && among.contains(action))
                .findFirst()
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND,
                        "there is no such action; these are: "
                                + String.join(
                                        ", ", among.stream().map(Action::slug).toList())));
    }

    /** The command for an action. */
    Command command(Action action, Fields body) {
        return switch (action) {
            case ACCEPT -> new Command.Accept();
            case REQUEST_MAKE_GOOD -> new Command.RequestMakeGood();
            case MAKE_GOOD -> new Command.MakeGood(documents(body), authorisations(body));
            case DECLINE -> new Command.Decline(body.text("reason"), body.text("text"));
            case AUTHORISE -> new Command.Authorise(authorisations(body));
            case REVOKE_AUTHORISATION ->
                new Command.RevokeAuthorisation(body.text("member"), body.text("purpose"), body.text("reasons"));
            case ENDORSE -> new Command.Endorse(body.text("reasons"));
            case OPPOSE -> new Command.Oppose(body.text("reasons"));
            case RECHECK -> new Command.Recheck(Set.copyOf(body.texts("checks")), body.text("reasons"));
            case VOTE -> new Command.Vote(body.choice("choice", Command.Vote.Choice.class), body.text("reasons"));
            case DISMISS_OBJECTION -> new Command.DismissObjection(body.text("objection"), body.text("reasons"));
            case UPHOLD_OBJECTION -> new Command.UpholdObjection(body.text("objection"), body.text("reasons"));
            case RECONSIDER -> new Command.Reconsider(body.text("reasons"));
            case AMEND -> amend(body);
            case PAUSE -> new Command.Pause(body.text("reason"), body.text("text"));
            case RESUME -> new Command.Resume();
            case EXTEND -> new Command.Extend(body.text("reasons"));
            case WITHDRAW -> new Command.Withdraw(body.text("reasons"));
            case DISCONTINUE -> discontinue(body);
            case FILE_REVIEW -> new Command.FileReview(authorisations(body));
            case REPORT_CHANGE -> reportChange(body);
            case END -> new Command.End(body.text("reasons"));
            case OBJECT -> throw new HousingException(ErrorCode.NOT_FOUND, "an objection is raised to a notice");
        };
    }

    private Command amend(Fields body) {
        String reasons = body.text("reasons");
        return new Command.Amend(body.submission("application", reader), reasons);
    }

    private Command reportChange(Fields body) {
        String reasons = body.text("reasons");
        return new Command.ReportChange(body.submission("application", reader), reasons);
    }

    private static Command discontinue(Fields body) {
        return new Command.Discontinue(body.choice("cause", Command.Discontinue.Cause.class), body.text("reasons"));
    }

    private static List<Document> documents(Fields body) {
        return body.list(
                "documents",
                document -> new Document(
                        document.text("id"),
                        document.text("kind"),
                        document.texts("members"),
                        document.optionalText("originalSeenBy")));
    }

    private static List<Authorisation> authorisations(Fields body) {
        return body.list("authorisations", signed -> {
            Optional<Dossier.As> as =
                    signed.has("as") ? Optional.of(signed.choice("as", Dossier.As.class)) : Optional.empty();
            String member = signed.text("member");
            String signedBy = signed.text("signedBy");
            if (as.isPresent() && member.equals(signedBy)) {
                signed.wrong("as", ErrorCode.BAD_SIGNATURE, "");
            }
            return new Authorisation(
                    member, signed.text("purpose"), signedBy, signed.day("signedOn"), signed.text("document"));
        });
    }
}
