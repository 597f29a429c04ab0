package org.onevisit.housing.core.plugin;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.PolicySource;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.store.ApplicationStore;
import org.onevisit.housing.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Editions of county policy: which is in force, and the one that an application is pinned to, from a source or from the store's own
 * copy. Process rules are plain values and kept; everything else is asked under a lease. Safe for every thread.
 */
public final class Editions {
    private static final Logger log = LoggerFactory.getLogger(Editions.class);
    private static final String LOOK_UP = "which editions there are";
    private static final String JUDGE = "judgements";
    private static final String NOTICE = "notices";
    private static final String REVIEW = "reviews";
    private static final String COMPUTE = "what an edition says";
    private static final String SOURCE = "policy";
    private final Seats<PolicySource> sources;
    private final ApplicationStore store;
    private final Map<String, ProcessRules> rules = new ConcurrentHashMap<>();
    private volatile Bounded bounds = Bounded.NOT;
    private final Map<String, ProcessRules> mixed = new ConcurrentHashMap<>();
    private final Map<String, Boolean> kept = new ConcurrentHashMap<>();

    /** Editions of these sources, with the store's copies. */
    public Editions(Seats<PolicySource> sources, ApplicationStore store) {
        this.sources = sources;
        this.store = store;
    }

    /** Sources are asked within these bounds from now on. */
    public void bounded(Bounded given) {
        bounds = given;
    }

    private <R> Optional<R> asked(String about, Function<Seat<PolicySource>, R> question) {
        try {
            return bounds.ask(about, sources, SOURCE, question);
        } catch (HousingException | StoreException e) {
            throw e;
        } catch (Bounded.HangsException e) {
            throw new HousingException(ErrorCode.POLICY_FAILED, "政策插件没有答复；请运维人员查看日志", e);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            log.warn("a policy plugin failed: {}", e.toString(), e);
            throw new HousingException(ErrorCode.POLICY_FAILED, "政策插件出错，无法计算；请运维人员查看日志", e);
        }
    }

    /** Code under which sources are seated. */
    public static String code() {
        return SOURCE;
    }

    /**
     * The edition in force in a county on a day: of those offered for it the one that came into force last.
     *
     * @throws HousingException SITE_NOT_READY if there is none
     */
    public EditionId inForce(Division county, String pack, LocalDate day) {
        EditionId id = find(county, pack, day)
                .orElseThrow(() -> new HousingException(
                        ErrorCode.SITE_NOT_READY, "县市 " + county + " 在 " + day + " 没有生效的政策包 " + pack + "；请运维人员安装"));
        return id;
    }

    /** The edition in force, if there is one; it is copied into the store. */
    public Optional<EditionId> find(Division county, String pack, LocalDate day) {
        return asked(LOOK_UP, seat -> seat.plugin().editions().stream()
                        .filter(e ->
                                e.division().equals(county) && e.id().pack().equals(pack))
                        .filter(e -> !e.effectiveFrom().isAfter(day))
                        .max(Comparator.comparing(Edition::effectiveFrom).thenComparing(e -> e.id().version()))
                        .map(this::keep))
                .flatMap(Function.identity());
    }

    /** The county that a pack is for, as offered now. */
    public Optional<Division> countyOf(String pack) {
        return asked(LOOK_UP, seat -> seat.plugin().editions().stream()
                        .filter(e -> e.id().pack().equals(pack))
                        .map(Edition::division)
                        .findFirst())
                .flatMap(Function.identity());
    }

    /** Names of the editions that are offered now. */
    public List<String> offered() {
        return asked(LOOK_UP, seat -> seat.plugin().editions().stream()
                        .map(e -> e.id().toString())
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /** How the process runs under an edition. */
    public ProcessRules rules(EditionId id) {
        ProcessRules known = rules.get(id.sha256());
        return known != null ? known : ask(id, Edition::rules);
    }

    /** How a process goes on that began under one edition and is judged by another: no limit moves, nothing is asked again. */
    public ProcessRules rules(EditionId received, EditionId judging) {
        return mixed.computeIfAbsent(received.sha256() + judging.sha256(), both -> {
            ProcessRules now = rules(judging);
            List<CheckRule> checks = now.checks();
            return rules(received).toBuilder()
                    .checks(checks)
                    .askedAnew(checks.stream()
                            .map(CheckRule::check)
                            .filter(check -> !now.recognises(check))
                            .collect(Collectors.toSet()))
                    .categories(now.categories())
                    .papers(now.papers())
                    .build();
        });
    }

    /**
     * Asks an edition, under a lease of its source.
     *
     * @throws HousingException SITE_NOT_READY if nobody can bring it, POLICY_FAILED if it throws
     */
    public <R> R ask(EditionId id, Function<Edition, R> question) {
        return ask(COMPUTE, id, question);
    }

    /** As {@link #ask}, of what a judgement takes: one that hangs leaves the other questions open. */
    public <R> R judge(EditionId id, Function<Edition, R> question) {
        return ask(JUDGE, id, question);
    }

    /** As {@link #judge}, of what a notice shows. */
    public <R> R compose(EditionId id, Function<Edition, R> question) {
        return ask(NOTICE, id, question);
    }

    /** As {@link #judge}, of a review. */
    public <R> R review(EditionId id, Function<Edition, R> question) {
        return ask(REVIEW, id, question);
    }

    private <R> R ask(String about, EditionId id, Function<Edition, R> question) {
        return asked(about, seat -> {
                    Edition edition = edition(seat.plugin(), id);
                    rules.computeIfAbsent(id.sha256(), sha -> edition.rules());
                    return computed(id, edition, question);
                })
                .orElseThrow(
                        () -> new HousingException(ErrorCode.SITE_NOT_READY, "政策插件未安装，版本 " + id + " 无法判断；安装后自动继续"));
    }

    private static <R> R computed(EditionId id, Edition edition, Function<Edition, R> question) {
        try {
            return question.apply(edition);
        } catch (HousingException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            log.warn("policy {} cannot be computed: its plugin failed", id, e);
            throw new HousingException(ErrorCode.POLICY_FAILED, "政策包 " + id + " 无法计算；请运维人员查看日志", e);
        }
    }

    private Edition edition(PolicySource source, EditionId id) {
        return source.editions().stream()
                .filter(e -> e.id().sha256().equals(id.sha256()))
                .findFirst()
                .orElseGet(() -> source.restore(store.edition(id.sha256())
                        .orElseThrow(() -> new HousingException(
                                ErrorCode.SITE_NOT_READY, "版本 " + id + " 既未安装，也不在存储中；请重新安装该政策包"))));
    }

    private EditionId keep(Edition edition) {
        EditionId id = edition.id();
        kept.computeIfAbsent(id.sha256(), sha -> {
            store.putEdition(sha, edition.content());
            rules.put(sha, edition.rules());
            return true;
        });
        return id;
    }
}
