package org.onevisit.housing.core.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.core.event.IntakeEvents.Declined;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.ProcessRules.PaperText;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.Paper;

/** Makes the papers that are printed (文书): the pack's text, filled in. A paper that the application has not come to is refused. */
final class Papers {
    private final Core core;
    private final Views views;

    Papers(Core core, Views views) {
        this.core = core;
        this.views = views;
    }

    Paper paper(Dossier dossier, String kind) {
        State state = dossier.state();
        Setting setting = core.setting(state);
        PaperText text = setting.rules().papers().stream()
                .filter(p -> p.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND,
                        "政策包没有文书 " + kind + "；可用："
                                + String.join(
                                        "、",
                                        setting.rules().papers().stream()
                                                .map(PaperText::kind)
                                                .toList())));
        LocalDate dated = dated(dossier, kind);
        Optional<Explanation> why = kind.equals("decision") ? state.decided() : Optional.empty();
        return new Paper(
                state.number(),
                kind,
                state.number() + "-" + kind,
                heading(text, state, kind),
                state.application().applicantMember().name(),
                dated,
                text.paragraphs(),
                items(dossier, setting, kind),
                why,
                text.remedies(),
                text.basis(),
                core.editions().ask(state.identity().edition(), edition -> edition.placeholders()));
    }

    private static String heading(PaperText text, State state, String kind) {
        if (!kind.equals("decision")) {
            return text.heading();
        }
        return text.heading() + (state.step() == Step.APPROVED ? "（准予）" : "（不予）");
    }

    private List<String> items(Dossier dossier, Setting setting, String kind) {
        State state = dossier.state();
        List<String> items = new ArrayList<>();
        switch (kind) {
            case "receipt" -> {
                items.add("申请编号：" + state.number());
                items.add("查询码：" + state.identity().receipt());
                state.application().documents().forEach(d -> items.add("已收：" + name(setting, d)));
                missing(state, setting).items().forEach(i -> items.add("待补：" + i.text()));
            }
            case "make-good" -> missing(state, setting).items().forEach(i -> items.add(i.text()));
            case "acceptance" ->
                items.add("受理日期：" + state.timeline().acceptedOn().orElseThrow());
            case "non-acceptance" ->
                declined(dossier).ifPresent(d -> {
                    items.add("理由：" + d.reason());
                    items.add(d.text());
                });
            default -> {}
        }
        return items;
    }

    private static String name(Setting setting, Document document) {
        return setting.rules().documents().stream()
                .filter(rule -> rule.kind().equals(document.kind()))
                .map(rule -> rule.text())
                .findFirst()
                .orElse(document.kind());
    }

    private MakeGoodList missing(State state, Setting setting) {
        return views.makeGood(state, setting);
    }

    /** The day of a paper: when what it tells of happened. */
    private LocalDate dated(Dossier dossier, String kind) {
        State state = dossier.state();
        Optional<LocalDate> day =
                switch (kind) {
                    case "receipt" -> Optional.of(Days.of(state.timeline().receivedAt()));
                    case "make-good" -> state.timeline().makeGoodFrom();
                    case "acceptance" -> state.timeline().acceptedOn();
                    case "non-acceptance" -> state.step() == Step.NOT_ACCEPTED ? ended(state) : Optional.empty();
                    case "decision" ->
                        state.step() == Step.APPROVED || state.step() == Step.REFUSED ? ended(state) : Optional.empty();
                    default -> Optional.empty();
                };
        return day.orElseThrow(
                () -> new HousingException(ErrorCode.NOT_FOUND, "申请 " + state.number() + " 尚未出具文书 " + kind));
    }

    private static Optional<LocalDate> ended(State state) {
        return state.timeline().endedAt().map(Days::of);
    }

    private Optional<Declined> declined(Dossier dossier) {
        return core.store().events(dossier.state().number(), 0).stream()
                .flatMap(row -> core.journal().open(row, dossier.key()).stream())
                .map(Recorded::event)
                .flatMap(event -> event instanceof Declined declined ? Stream.of(declined) : Stream.empty())
                .findFirst();
    }
}
