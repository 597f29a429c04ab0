package org.onevisit.housing.core.engine;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.core.call.Inquiries;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.rules.Clocks;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.FormView;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.Page;

/** Lists of one actor's scope: applications, inquiries of an agency, the form. */
final class Lists {
    private static final int MOST = 200;
    private final Core core;
    private final Actor actor;
    private final Views views;
    private final Inbox inbox;

    Lists(Core core, Actor actor, Views views, Inbox inbox) {
        this.core = core;
        this.actor = actor;
        this.views = views;
        this.inbox = inbox;
    }

    Page<ApplicationSummary> applications(
            Optional<Stage> stage, Optional<String> agency, boolean overdue, String cursor, int limit) {
        if (actor.role() == Role.AGENCY_OFFICER) {
            requireAgency(agency.orElse(""));
        } else {
            Authority.requireRole(
                    actor,
                    "查看申请列表",
                    Role.WINDOW_CLERK,
                    Role.SUBDISTRICT_REVIEWER,
                    Role.PANEL_MEMBER,
                    Role.PANEL_CHAIR,
                    Role.SUPERVISOR);
        }
        Set<String> steps = Stream.of(Step.values())
                .filter(step -> stage.isEmpty() || step.stage().equals(stage))
                .map(Step::name)
                .collect(Collectors.toSet());
        List<StateRow> rows = core.store()
                .list(new StoreQuery(
                        scope(),
                        stage.isEmpty() ? Set.of() : steps,
                        agency,
                        overdue ? Optional.of(core.now()) : Optional.empty(),
                        Set.of(),
                        after(cursor),
                        bounded(limit) + 1));
        return page(rows.stream().map(views::summary).toList(), ApplicationSummary::number, bounded(limit));
    }

    /** Clerks serve the whole county; others what they act for. */
    private Division scope() {
        return actor.role() == Role.WINDOW_CLERK ? actor.division().county() : actor.division();
    }

    List<ApplicationSummary> search(ResidentId person) {
        Authority.requireRole(
                actor, "按身份证号查询", Role.WINDOW_CLERK, Role.SUBDISTRICT_REVIEWER, Role.PANEL_CHAIR, Role.SUPERVISOR);
        List<ApplicationSummary> found = new ArrayList<>();
        List<State> read = new ArrayList<>();
        for (ApplicationNumber number : core.store().find(core.rows().person(person.number()))) {
            core.store().load(number).ifPresent(stored -> core.state(number)
                    .filter(state -> Authority.mayRead(actor, state))
                    .ifPresent(state -> {
                        found.add(views.summary(stored.state()));
                        read.add(state);
                    }));
        }
        new Access(core, actor).record(read, "search");
        return found;
    }

    Page<InquiryView> inquiries(String agency, String cursor, int limit) {
        requireAgency(agency);
        List<StateRow> rows = core.store()
                .list(new StoreQuery(
                        actor.division().county(),
                        Set.of(),
                        Optional.of(agency),
                        Optional.empty(),
                        Set.of(),
                        after(cursor),
                        bounded(limit) + 1));
        List<InquiryView> open = new ArrayList<>();
        List<State> read = new ArrayList<>();
        for (StateRow row : rows.subList(0, Math.min(rows.size(), bounded(limit)))) {
            core.state(row.number()).ifPresent(state -> {
                int before = open.size();
                inquiries(state, agency, open);
                if (open.size() > before) {
                    read.add(state);
                }
            });
        }
        new Access(core, actor).record(read, "inquiries of " + agency);
        Optional<String> next = rows.size() > bounded(limit)
                ? Optional.of(rows.get(bounded(limit) - 1).number().value())
                : Optional.empty();
        return new Page<>(open, next);
    }

    private void inquiries(State state, String agency, List<InquiryView> into) {
        Setting setting = core.setting(state);
        Clocks clocks = new Clocks(state, setting.rules(), setting.calendar(), setting.now());
        for (Slot slot : state.verification().slots().values()) {
            Optional<CheckProfile> profile = core.agencies().profile(slot.check());
            boolean asked = slot.status() == Slot.Status.OPEN || slot.status() == Slot.Status.PROMISED;
            if (slot.agency().equals(agency) && asked && profile.isPresent()) {
                Map<String, Map<String, String>> persons = new LinkedHashMap<>();
                state.application().household().members().stream()
                        .filter(m -> slot.asked().contains(m.id()))
                        .forEach(m -> persons.put(m.id(), Inquiries.fields(m, told(slot, profile.get()))));
                into.add(new InquiryView(
                        slot.inquiry(),
                        state.number(),
                        slot.check(),
                        slot.agency(),
                        Days.start(slot.openedOn()),
                        clocks.slot(slot),
                        persons,
                        profile.get().supplies()));
            }
        }
    }

    /** What the agency was told; before that, what it will be. */
    private static Set<MemberField> told(Slot slot, CheckProfile profile) {
        Set<MemberField> told = slot.trail().disclosed();
        return told.isEmpty() ? profile.needs() : Sets.intersection(profile.needs(), told);
    }

    DeliveryOutcome answer(String inquiry, Finding finding) {
        Slot slot = inbox.slot(inquiry)
                .orElseThrow(() -> new HousingException(ErrorCode.NOT_FOUND, "没有查询 " + cut(inquiry) + "；请核对编号"));
        boolean officer = actor.role() == Role.AGENCY_OFFICER && actor.actsFor(slot.agency());
        if (!officer && !byHand(slot)) {
            throw Authority.forbidden(actor, "答复部门 " + slot.agency() + " 的查询");
        }
        return inbox.deliver(slot.check(), inquiry, finding, Optional.of(actor));
    }

    /** May a reviewer enter what the agency answered by letter? Only where the pack says so. */
    private boolean byHand(Slot slot) {
        if (actor.role() != Role.SUBDISTRICT_REVIEWER) {
            return false;
        }
        ApplicationNumber number =
                ApplicationNumber.of(slot.inquiry().substring(0, slot.inquiry().indexOf('.')));
        State state = core.dossier(number).state();
        return actor.division().contains(state.routedTo())
                && core.setting(state)
                        .rules()
                        .check(slot.check())
                        .map(CheckRule::silence)
                        .filter(Silence.BY_HAND::equals)
                        .isPresent();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private void requireAgency(String agency) {
        boolean may = actor.role() == Role.AGENCY_OFFICER && !agency.isEmpty() && actor.actsFor(agency);
        if (!may) {
            throw Authority.forbidden(actor, "查看部门 " + agency + " 的查询");
        }
    }

    FormView form() {
        EditionId edition = core.editions().inForce(core.county(), core.pack(), Days.of(core.now()));
        ProcessRules rules = core.editions().rules(edition);
        return core.editions()
                .ask(
                        edition,
                        e -> new FormView(
                                edition.toString(),
                                e.division(),
                                e.countyName(),
                                rules.categories(),
                                rules.documents(),
                                List.of(Authorisation.HOUSING_SECURITY_VERIFICATION),
                                rules.checks(),
                                rules.limits(),
                                rules.pauses(),
                                rules.declineReasons(),
                                rules.panel().seats(),
                                e.placeholders()));
    }

    static int bounded(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "limit 须为 1 到 " + MOST);
        }
        return limit;
    }

    static Optional<ApplicationNumber> after(String cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ApplicationNumber.of(cursor));
        } catch (IllegalArgumentException e) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "cursor 不是上一页返回的值", e);
        }
    }

    static <T> Page<T> page(List<T> found, java.util.function.Function<T, ApplicationNumber> number, int limit) {
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Optional.of(number.apply(found.get(limit - 1)).value()))
                : new Page<>(found, Optional.empty());
    }
}
