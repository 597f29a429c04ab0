package org.onevisit.housing.core.engine;

import com.google.common.util.concurrent.MoreExecutors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.onevisit.housing.core.calendar.StateCouncilCalendar;
import org.onevisit.housing.core.ledger.LedgerSettings;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.core.plugin.Seat;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;
import org.onevisit.housing.spi.review.AnnualReviewPolicy.NotFiled;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.testkit.store.InMemoryStore;
import org.onevisit.housing.view.Receipt;

/** A county for a test: an engine, a clock to move, agencies to script, one actor for each role. */
final class County {
    static final Division PINGHU = Division.of("330482");
    static final Division DANGHU = Division.of("330482001");
    final MovableClock clock;
    final ApplicationStore store;
    final List<FakeCheck> checks = new ArrayList<>();
    final FakeOutlet outlet = new FakeOutlet();
    final Engine engine;
    final FakePolicy policy;
    final Path keys;
    private final List<Edition> known = new ArrayList<>();
    private int offers;

    private County(LocalDate day, ApplicationStore store, Path keys, ExecutorService executor, FakePolicy policy) {
        this.clock = new MovableClock(day);
        this.store = store;
        this.keys = keys;
        this.policy = policy;
        Core core = new Core(site(keys), store, StateCouncilCalendar.bundled(), clock);
        engine = new Engine(core, executor);
        core.sources().seat(Editions.code(), 0, new Seat<>(policy, "fake.policy@1.0.0"));
        core.outlets().seat("web", 0, new Seat<>(outlet, "fake.outlet@1.0.0"));
    }

    private static Site site(Path keys) {
        Path key = keys.resolve("key");
        return new Site("fake", "", key, 7, LedgerSettings.beside(key));
    }

    /** A county with so many prompt agencies, on one thread. */
    static County with(int agencies, LocalDate day) {
        return with(agencies, day, Silence.WAIT, NotFiled.END);
    }

    static County with(int agencies, LocalDate day, Silence silence, NotFiled notFiled) {
        County county = new County(
                day,
                new InMemoryStore(),
                folder(),
                MoreExecutors.newDirectExecutorService(),
                new FakePolicy(agencies, silence, notFiled));
        county.install(agencies);
        return county;
    }

    /** A county over this store, without agencies, on one thread. */
    static County over(ApplicationStore store, LocalDate day) {
        return over(store, 0, day);
    }

    /** A county over this store, with so many prompt agencies, on one thread. */
    static County over(ApplicationStore store, int agencies, LocalDate day) {
        County county = new County(
                day,
                store,
                folder(),
                MoreExecutors.newDirectExecutorService(),
                new FakePolicy(agencies, Silence.WAIT, NotFiled.END));
        county.install(agencies);
        return county;
    }

    /** A county whose calls run on these threads. */
    static County onThreads(int agencies, LocalDate day, ExecutorService executor) {
        County county = new County(
                day, new InMemoryStore(), folder(), executor, new FakePolicy(agencies, Silence.WAIT, NotFiled.END));
        county.install(agencies);
        return county;
    }

    /** The same county after a restart. */
    County restarted(ExecutorService executor) {
        County again = new County(
                LocalDate.EPOCH, store, keys, executor, new FakePolicy(checks.size(), Silence.WAIT, NotFiled.END));
        again.clock.to(org.onevisit.housing.core.state.Days.of(clock.instant()));
        checks.forEach(check -> {
            again.checks.add(check);
            again.install(check);
        });
        return again;
    }

    /** Another host of the same county, with the same key and agencies, over the same content. */
    County beside(ApplicationStore other) {
        County second = new County(
                org.onevisit.housing.core.state.Days.of(clock.instant()),
                other,
                keys,
                MoreExecutors.newDirectExecutorService(),
                new FakePolicy(checks.size(), Silence.WAIT, NotFiled.END));
        checks.forEach(check -> {
            second.checks.add(check);
            second.install(check);
        });
        return second;
    }

    private void install(int agencies) {
        for (int i = 1; i <= agencies; i++) {
            FakeCheck check = FakeCheck.prompt(i);
            checks.add(check);
            install(check);
        }
    }

    void install(FakeCheck check) {
        engine.core().agencies().arrive(check, "fake." + check.profile().check() + "@1.0.0", 0);
    }

    /** Offers these editions from now on, and brings back all that it has ever offered. */
    void offer(Edition... offered) {
        known.addAll(List.of(offered));
        known.add(policy);
        FakeEditions source = new FakeEditions(List.of(offered), known);
        engine.core().sources().seat(Editions.code(), 1, new Seat<>(source, "fake.policy@2.0." + ++offers));
    }

    void remove(FakeCheck check) {
        engine.core().agencies().leave(check);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("county");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Moves the clock and does the timed work. */
    void on(String day) {
        clock.to(LocalDate.parse(day));
        engine.runDue(clock.instant());
    }

    ApprovalService clerk() {
        return engine.approvalsFor(Actor.officer("clerk", Role.WINDOW_CLERK, PINGHU));
    }

    ApprovalService reviewer() {
        return engine.approvalsFor(Actor.officer("reviewer", Role.SUBDISTRICT_REVIEWER, DANGHU));
    }

    ApprovalService panel() {
        return engine.approvalsFor(Actor.officer("panel", Role.PANEL_MEMBER, PINGHU, "civil-affairs"));
    }

    ApprovalService chair() {
        return engine.approvalsFor(Actor.officer("chair", Role.PANEL_CHAIR, PINGHU, "housing"));
    }

    ApprovalService supervisor() {
        return engine.approvalsFor(Actor.officer("supervisor", Role.SUPERVISOR, PINGHU));
    }

    ApprovalService officer(int i) {
        return engine.approvalsFor(Actor.officer("officer", Role.AGENCY_OFFICER, PINGHU, "agency-" + i));
    }

    /** Another system that hands in. */
    Actor channel() {
        return Actor.officer("intake-window.tray", Role.CHANNEL, PINGHU, "tray");
    }

    ApprovalService applicant(ApplicationNumber number) {
        return engine.approvalsFor(Actor.applicant("applicant", PINGHU, number));
    }

    /** A complete application of the sample household, handed in now. */
    Receipt submitted() {
        return clerk().submit(application(), "");
    }

    /** The i-th application of a household of one, received. */
    ApplicationNumber received(int i) {
        return clerk().submit(single(i), "").number();
    }

    /** The i-th application of a household of one. */
    Application single(int i) {
        Application whole = application();
        return whole.toBuilder()
                .household(new Household(
                        DANGHU, "测试路1号", List.of(member("m1", Member.Relation.SELF, residentId(i), Optional.empty()))))
                .documents(whole.documents().stream()
                        .map(d -> new Document(
                                d.id(),
                                d.kind(),
                                d.members().isEmpty() ? List.of() : List.of("m1"),
                                d.originalSeenBy()))
                        .toList())
                .authorisations(whole.authorisations().subList(0, 1))
                .build();
    }

    /** The i-th resident's number, 1 to 999, with the check character of GB 11643. */
    private static String residentId(int i) {
        String digits = "33049919900307%03d".formatted(i);
        int sum = 0;
        for (char digit : digits.toCharArray()) {
            sum = sum * 2 + Character.digit(digit, 10) * 2;
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** Its number, accepted. */
    ApplicationNumber accepted() {
        ApplicationNumber number = submitted().number();
        clerk().accept(number);
        return number;
    }

    /** The one application that there is. */
    ApplicationNumber only() {
        return store.eventsAfter(0, 1).get(0).number();
    }

    Application application() {
        return application(Set.of());
    }

    /** The sample household without these documents. */
    Application application(Set<String> without) {
        LocalDate today = org.onevisit.housing.core.state.Days.of(clock.instant());
        List<String> all = List.of("m1", "m2", "m3");
        List<Document> documents = new ArrayList<>(List.of(
                new Document("d1", Document.ID_CARD, all, Optional.of("clerk")),
                new Document("d2", Document.HOUSEHOLD_REGISTER, all, Optional.of("clerk")),
                new Document("d3", Document.APPLICATION_FORM, List.of(), Optional.empty()),
                new Document("d4", Document.ECONOMIC_STATUS_INQUIRY_FORM, List.of(), Optional.empty())));
        documents.removeIf(d -> without.contains(d.kind()));
        String purpose = Authorisation.HOUSING_SECURITY_VERIFICATION;
        return Application.builder()
                .division(PINGHU)
                .intake(new Intake("intake-window", "citywide", clock.instant()))
                .applicant("m1")
                .contact(new Contact("13800000000", Set.of(Contact.Way.SMS)))
                .household(new Household(
                        DANGHU,
                        "测试路1号",
                        List.of(
                                member("m1", Member.Relation.SELF, "330499199003070014", Optional.empty()),
                                member("m2", Member.Relation.SPOUSE, "330499198812310028", Optional.empty()),
                                member("m3", Member.Relation.CHILD, "330499201602290035", Optional.of("m1")))))
                .documents(documents)
                .authorisations(List.of(
                        new Authorisation("m1", purpose, "m1", today, "d4"),
                        new Authorisation("m2", purpose, "m2", today, "d4"),
                        new Authorisation("m3", purpose, "m1", today, "d4")))
                .build();
    }

    static Member member(String id, Member.Relation relation, String number, Optional<String> guardian) {
        Member.MaritalStatus status =
                guardian.isPresent() ? Member.MaritalStatus.UNMARRIED : Member.MaritalStatus.MARRIED;
        return new Member(
                id, "测试" + id, relation, ResidentId.parse(number), DANGHU, Optional.empty(), status, guardian);
    }
}
