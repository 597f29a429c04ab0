package org.onevisit.housing.host.pages;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.Action;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.AllowedAction;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.FindingOrigin;
import org.onevisit.housing.view.FormView;
import org.onevisit.housing.view.Progress;
import org.onevisit.housing.view.SlotView;

/** Everything that a page about one application shows; what the reader's role may not see is left out. */
final class CaseModel {
    private static final Set<SlotView.Status> GAPS = Set.of(
            SlotView.Status.OPEN, SlotView.Status.OVERDUE, SlotView.Status.UNAUTHORISED, SlotView.Status.PROMISED);
    private static final Set<Action> DANGEROUS = Set.of(
            Action.DECLINE,
            Action.REVOKE_AUTHORISATION,
            Action.OPPOSE,
            Action.UPHOLD_OBJECTION,
            Action.WITHDRAW,
            Action.DISCONTINUE);

    private CaseModel() {}

    /**
     * An action with a form.
     *
     * @param slug its name in the URL
     * @param name its name
     * @param dangerous does it end something?
     */
    public record ActionForm(String slug, String name, boolean dangerous) {}

    /** The model of an application. */
    static Map<String, Object> of(ApprovalService approvals, ApplicationNumber number, Texts texts) {
        ApplicationView view = approvals.find(number);
        Progress progress = approvals.progress(number);
        Optional<ClockView> clock = ifAllowed(() -> approvals.clock(number));
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("app", view.application());
        model.put("number", number.value());
        model.put("progress", progress);
        model.put("sentence", progress.in(texts.locale()));
        model.put(
                "track", StageTrack.of(view.step(), clock.map(ClockView::stages).orElse(List.of())));
        model.put("clock", clock.orElse(null));
        model.put("mostDays", mostDays(clock));
        model.put("explanation", ifAllowed(() -> approvals.explanation(number)).orElse(null));
        model.put("evidence", ifAllowed(() -> approvals.evidence(number)).orElse(null));
        model.put(
                "origins",
                ifAllowed(() -> approvals.origins(number)).orElse(List.of()).stream()
                        .filter(FindingOrigin::recognised)
                        .collect(Collectors.toMap(o -> o.check() + "/" + o.person(), o -> o)));
        model.put("journal", ifAllowed(() -> approvals.journal(number)).orElse(List.of()));
        Optional<FormView> form = ifAllowed(approvals::form);
        model.put("form", form.orElse(null));
        model.put(
                "seats",
                form.map(FormView::seats).orElse(List.of()).stream()
                        .collect(Collectors.toMap(s -> s.code(), s -> s.text())));
        model.put("names", names(view));
        model.put(
                "gaps",
                view.slots().stream().filter(s -> GAPS.contains(s.status())).toList());
        model.put("papers", papers(view));
        putActions(model, view);
        return model;
    }

    private static void putActions(Map<String, Object> model, ApplicationView view) {
        model.put(
                "actions",
                view.allowedActions().stream()
                        .filter(a -> a.allowed() && CommandForm.HERE.contains(a.action()))
                        .map(a -> new ActionForm(a.action().slug(), a.action().name(), DANGEROUS.contains(a.action())))
                        .toList());
        model.put(
                "elsewhere",
                view.allowedActions().stream()
                        .filter(a -> a.allowed()
                                && Set.of(Action.MAKE_GOOD, Action.AUTHORISE).contains(a.action()))
                        .map(a -> a.action().name())
                        .toList());
        model.put(
                "refused",
                view.allowedActions().stream()
                        .filter(a -> !a.allowed() && a.reason().isPresent())
                        .map(CaseModel::refusal)
                        .toList());
    }

    private static Map<String, String> refusal(AllowedAction action) {
        return Map.of("name", action.action().name(), "reason", action.reason().orElse(""));
    }

    private static Map<String, String> names(ApplicationView view) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Member member : view.application().household().members()) {
            names.put(member.id(), member.name());
        }
        return names;
    }

    private static int mostDays(Optional<ClockView> clock) {
        return clock.stream()
                .flatMap(c -> c.days().stream())
                .mapToInt(ClockView.PartyDays::calendarDays)
                .max()
                .orElse(1);
    }

    private static List<String> papers(ApplicationView view) {
        return switch (view.step()) {
            case RECEIVED, MAKING_GOOD ->
                view.makeGood().isEmpty() ? List.of("receipt") : List.of("receipt", "make-good");
            case NOT_ACCEPTED, LAPSED -> List.of("receipt", "non-acceptance");
            case APPROVED, REFUSED -> List.of("receipt", "acceptance", "decision");
            default -> isAccepted(view.step()) ? List.of("receipt", "acceptance") : List.of("receipt");
        };
    }

    private static boolean isAccepted(Step step) {
        return step.isOpen();
    }

    private static <T> Optional<T> ifAllowed(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (HousingException e) {
            if (e.code() == ErrorCode.FORBIDDEN || e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
