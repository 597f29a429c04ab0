package org.onevisit.housing.core.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.onevisit.housing.core.call.Agencies;
import org.onevisit.housing.core.call.Channels;
import org.onevisit.housing.core.call.Post;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.journal.ErasureList;
import org.onevisit.housing.core.journal.Journal;
import org.onevisit.housing.core.journal.KeyFile;
import org.onevisit.housing.core.journal.Vault;
import org.onevisit.housing.core.ledger.Ledger;
import org.onevisit.housing.core.mailbox.Committed;
import org.onevisit.housing.core.mailbox.Keeper;
import org.onevisit.housing.core.mailbox.Letter;
import org.onevisit.housing.core.mailbox.Mailbox;
import org.onevisit.housing.core.mailbox.Rows;
import org.onevisit.housing.core.plugin.Bounded;
import org.onevisit.housing.core.plugin.BoundedStore;
import org.onevisit.housing.core.plugin.CallBoard;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.core.plugin.Seats;
import org.onevisit.housing.core.plugin.Shares;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.Elsewhere;
import org.onevisit.housing.core.rules.Ids;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.publicity.PublicityOutlet;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.Erasure;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.StoreQuery;
import org.onevisit.housing.spi.store.StoredApplication;

/** What all the services of one site share: the mailbox and what a decision rests on. Safe for every thread. */
final class Core implements Post, Keeper {
    private static final int MANY = 1000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private final Site site;
    private final ErasureList erasures;
    private final ApplicationStore store;
    private final Supplier<Optional<String>> storeTrouble;
    private final Clock clock;
    private final Vault vault;
    private final Journal journal;
    private final Ledger ledger;
    private final Rows rows;
    private final Mailbox mailbox;
    private final Ids ids;
    private final Numbers numbers;
    private final Shares shares = new Shares();
    private final Calendars calendars;
    private final Agencies agencies = new Agencies(shares);
    private final Channels channels = new Channels(shares, this::channelTime);
    private final Seats<PolicySource> sources = new Seats<>(shares);
    private final Seats<PublicityOutlet> outlets = new Seats<>(shares);
    private final Editions editions;
    private volatile Duration channelTime = Duration.ofSeconds(30);
    private volatile Bounded outletBounds = Bounded.NOT;
    private final Map<String, EditionBench> benches = new ConcurrentHashMap<>();
    private final ThreadLocal<Instant> moved = new ThreadLocal<>();
    private final Elsewhere elsewhere = new OtherApplications(this);
    private volatile Consumer<List<Committed>> effects = done -> {};
    private volatile Function<State, List<Recorded>> disclosures = state -> List.of();

    Core(Site site, ApplicationStore store, WorkCalendar calendar, Clock clock) {
        this(site, store, Optional::empty, calendar, clock);
    }

    /** The same, on a store that is asked within a time. */
    Core(Site site, BoundedStore bounded, WorkCalendar calendar, Clock clock) {
        this(site, bounded.store(), bounded::trouble, calendar, clock);
    }

    private Core(
            Site site,
            ApplicationStore store,
            Supplier<Optional<String>> storeTrouble,
            WorkCalendar calendar,
            Clock clock) {
        this.site = site;
        this.storeTrouble = storeTrouble;
        erasures = ErasureList.beside(site.keyFile());
        this.store = store;
        calendars = new Calendars(calendar, shares);
        this.clock = clock;
        vault = new Vault(KeyFile.openOrCreate(site.keyFile()));
        journal = new Journal(vault, site.ledger().chain());
        ledger = new Ledger(store, journal, site.ledger());
        rows = new Rows(journal, vault, this::setting);
        mailbox = new Mailbox(store, journal, rows, this);
        ids = site.seed() == 0 ? RandomIds.secure() : RandomIds.seeded(site.seed());
        numbers = new Numbers(store);
        editions = new Editions(sources, store);
    }

    /** Policies are asked within the first bounds, outlets within the second, calendars within the third; before an engine is made. */
    void bounded(Bounded policies, Bounded outletsToo, Bounded days) {
        editions.bounded(policies);
        calendars.bounded(days);
        outletBounds = outletsToo;
    }

    /** Channels that arrive from now on may take so long for one call; 30 seconds unless said. */
    void channelTime(Duration time) {
        channelTime = time;
    }

    private Duration channelTime() {
        return channelTime;
    }

    Bounded outletBounds() {
        return outletBounds;
    }

    /** Calls to plugins are noted on this board. */
    void board(CallBoard board) {
        agencies.board(board);
        calendars.board(board);
        channels.board(board);
        sources.board(board);
        outlets.board(board);
    }

    /** From now on {@code listener} is told of each commit, and {@code told} says what agencies will be told at once of a state. */
    void engine(Consumer<List<Committed>> listener, Function<State, List<Recorded>> told) {
        effects = listener;
        disclosures = told;
    }

    @Override
    public List<Recorded> alongside(State after) {
        return disclosures.apply(after);
    }

    @Override
    public void committed(List<Committed> done) {
        effects.accept(done);
    }

    @Override
    public Instant now() {
        Instant given = moved.get();
        return given == null ? clock.instant() : given;
    }

    @Override
    public <T> T at(Instant moment, Supplier<T> work) {
        Instant outer = moved.get();
        moved.set(moment);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                moved.remove();
            } else {
                moved.set(outer);
            }
        }
    }

    Division county() {
        return site.county(editions);
    }

    boolean countyKnown() {
        return !site.division().isEmpty() || editions.countyOf(site.pack()).isPresent();
    }

    String pack() {
        return site.pack();
    }

    /** The setting of an edition, now. */
    Setting setting(EditionId id) {
        ProcessRules rules = editions.rules(id);
        EditionBench bench = benches.computeIfAbsent(id.sha256(), sha -> new EditionBench(editions, id, rules));
        return new Setting(now(), calendar(), rules, bench, ids, elsewhere);
    }

    @Override
    public Setting setting(State state) {
        return setting(state, state.identity().edition());
    }

    /**
     * The setting of an application as if this edition judged it: what is asked and what papers say are the edition's; how the process
     * runs, with its limits, is that of the edition of its receipt.
     */
    Setting setting(State state, EditionId judging) {
        Setting setting = setting(judging);
        EditionId received = state.identity().received();
        return received.sha256().equals(judging.sha256())
                ? setting
                : new Setting(
                        setting.now(),
                        setting.calendar(),
                        editions.rules(received, judging),
                        setting.bench(),
                        setting.ids(),
                        setting.elsewhere());
    }

    @Override
    public void lay(ApplicationNumber number, BiFunction<State, Setting, Decision> decide, Runnable after) {
        var unused = mailbox.post(letter(number, decide)).whenComplete((reply, failure) -> after.run());
    }

    /** Lays what is decided on a dossier into its mailbox; somebody has to pump. */
    CompletableFuture<Letter.Reply> post(ApplicationNumber number, BiFunction<Dossier, Setting, Decision> decide) {
        return mailbox.post(Letter.of(
                number,
                found -> {
                    Dossier dossier = found.orElseThrow(() -> missing(number));
                    return decide.apply(dossier, setting(dossier.state()));
                },
                Optional.empty()));
    }

    /** Sends an order for an application and waits until it is on disk. */
    Letter.Reply send(Letter letter) {
        return mailbox.send(letter);
    }

    Letter letter(ApplicationNumber number, BiFunction<State, Setting, Decision> decide) {
        return Letter.of(number, dossier -> decided(number, dossier, decide), Optional.empty());
    }

    Decision decided(ApplicationNumber number, Optional<Dossier> dossier, BiFunction<State, Setting, Decision> decide) {
        State state = dossier.orElseThrow(() -> missing(number)).state();
        return decide.apply(state, setting(state));
    }

    @Override
    public void pump() {
        mailbox.pump();
    }

    @Override
    public Optional<State> state(ApplicationNumber number) {
        return mailbox.read(number).map(Dossier::state);
    }

    @Override
    public Optional<State> recent(ApplicationNumber number) {
        return mailbox.recent(number, A_MOMENT).map(Dossier::state);
    }

    Dossier dossier(ApplicationNumber number) {
        return mailbox.read(number).orElseThrow(() -> missing(number));
    }

    @Override
    public List<ApplicationNumber> waitingFor(String agency) {
        List<ApplicationNumber> numbers = new ArrayList<>();
        Optional<ApplicationNumber> after = Optional.empty();
        List<StateRow> page;
        do {
            page = store.list(new StoreQuery(
                    county(),
                    java.util.Set.of(),
                    Optional.of(agency),
                    Optional.empty(),
                    java.util.Set.of(),
                    after,
                    MANY));
            page.forEach(row -> numbers.add(row.number()));
            after = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).number());
        } while (page.size() == MANY);
        return numbers;
    }

    /** Why there is no such dossier: it was erased, or there never was one. */
    private HousingException missing(ApplicationNumber number) {
        return store.load(number).filter(StoredApplication::erased).isPresent()
                ? new HousingException(ErrorCode.ERASED, "申请 " + number + " 的档案已按规定销毁，无法查看或办理；仅保留流水记录（journal）")
                : notFound(number);
    }

    void erase(ApplicationNumber number, Function<Dossier, Erasure> decide) {
        mailbox.erase(number, decide);
    }

    static HousingException notFound(ApplicationNumber number) {
        return new HousingException(ErrorCode.NOT_FOUND, "没有编号为 " + number + " 的申请；请核对编号");
    }

    /** What was erased, ever. */
    ErasureList erasures() {
        return erasures;
    }

    ApplicationStore store() {
        return store;
    }

    WorkCalendar calendar() {
        return calendars.inForce();
    }

    /** Another value counts from now on, while no plugin brings a calendar. */
    void calendar(WorkCalendar value) {
        calendars.ground(value, now());
    }

    Calendars calendars() {
        return calendars;
    }

    /** What store and calendar lack now, for people. */
    List<String> trouble() {
        return Stream.of(storeTrouble.get(), calendars.trouble(), ledger.trouble())
                .flatMap(Optional::stream)
                .toList();
    }

    Vault vault() {
        return vault;
    }

    Journal journal() {
        return journal;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public boolean mayDecide() {
        return ledger.mayDecide(now());
    }

    Rows rows() {
        return rows;
    }

    Ids ids() {
        return ids;
    }

    Numbers numbers() {
        return numbers;
    }

    Shares shares() {
        return shares;
    }

    Agencies agencies() {
        return agencies;
    }

    Channels channels() {
        return channels;
    }

    Seats<PolicySource> sources() {
        return sources;
    }

    Seats<PublicityOutlet> outlets() {
        return outlets;
    }

    Editions editions() {
        return editions;
    }
}
