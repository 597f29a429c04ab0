package org.onevisit.housing.core.mailbox;

import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.journal.Journal;
import org.onevisit.housing.core.journal.Vault;
import org.onevisit.housing.core.rules.Amendment;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.rules.Timers;
import org.onevisit.housing.core.state.Award;
import org.onevisit.housing.core.state.Dates;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.spi.store.KeyRow;
import org.onevisit.housing.spi.store.StateRow;
import org.onevisit.housing.spi.store.Unit;
import org.onevisit.housing.view.AwardView;

/** Makes the rows that a step writes: clear columns for indexes, claims by what changed, the rest sealed. */
public final class Rows {
    /** Token of applications whose award a finding opened a review of, ever. */
    public static final String REVIEW_OPENED = "review:opened";

    /** Token of applications for which an edition was offered, ever. */
    public static final String EDITION_OFFERED = "edition:offered";

    private final Journal journal;
    private final Vault vault;
    private final Settings settings;

    /** Rows sealed by this journal, with tokens of this vault. */
    public Rows(Journal journal, Vault vault, Settings settings) {
        this.journal = journal;
        this.vault = vault;
        this.settings = settings;
    }

    Unit unit(
            Optional<Dossier> before,
            Dossier after,
            long expectedRevision,
            List<EventRow> events,
            List<KeyRow> keys,
            List<Unit.Attachment> attachments) {
        Optional<State> was = before.map(Dossier::state);
        State now = after.state();
        boolean same = was.filter(s -> samePersons(s, now)).isPresent();
        boolean held = was.filter(Rows::holds).isPresent();
        Set<String> claimed = held && !(same && holds(now)) ? claims(was.get()) : Set.of();
        Set<String> wanted = holds(now) && !(same && held) ? claims(now) : Set.of();
        Set<String> indexed = new HashSet<>();
        was.ifPresent(s -> indexed.addAll(index(s, !same)));
        String number = now.number().value();
        return new Unit(
                expectedRevision,
                row(after),
                before.isEmpty() ? Optional.of(vault.wrap(after.key(), number)) : Optional.empty(),
                events,
                List.copyOf(Sets.difference(wanted, claimed)),
                List.copyOf(Sets.difference(claimed, wanted)),
                List.copyOf(Sets.difference(index(now, !same), indexed)),
                keys,
                attachments);
    }

    /** What is told of a dossier's limits with this commit; {@code moved} when an amendment of the calendar is part of it. */
    Dates dates(Dossier dossier, boolean moved) {
        return Amendment.dates(dossier.state(), dossier.dates(), moved, settings.of(dossier.state()));
    }

    private StateRow row(Dossier dossier) {
        State state = dossier.state();
        Setting setting = settings.of(state);
        Timers timers = new Timers(state, setting);
        Set<String> waiting = new TreeSet<>();
        if (timers.asksNow()) {
            state.verification().slots().values().stream()
                    .filter(Slot::asking)
                    .forEach(slot -> waiting.add(slot.agency()));
        }
        if (DuePapers.awaitChannel(state, setting)) {
            waiting.add(DuePapers.waitingFor(DuePapers.channel(state)));
        }
        return new StateRow(
                state.number(),
                dossier.revision(),
                state.step().name(),
                state.application().division(),
                state.routedTo(),
                state.identity().edition().sha256(),
                state.award().map(a -> a.state().name()).orElse(""),
                List.copyOf(waiting),
                timers.next(),
                timers.limitEnds(),
                journal.seal(dossier));
    }

    /** May nobody else apply for its members? While it is open or an award runs. */
    private static boolean holds(State state) {
        boolean awarded =
                state.award().filter(a -> a.state() != AwardView.State.ENDED).isPresent();
        return state.step().isOpen() || (state.step() == Step.APPROVED && awarded);
    }

    /** Do two states rest on one dossier? Then what persons are found under, and claimed by, is not worked out again. */
    private static boolean samePersons(State one, State other) {
        return one.application().equals(other.application())
                && one.timeline().receivedAt().equals(other.timeline().receivedAt())
                && one.identity().edition().equals(other.identity().edition())
                && one.identity().received().equals(other.identity().received());
    }

    /** Tokens by which nobody else may apply: of every member. */
    private Set<String> claims(State state) {
        Setting setting = settings.of(state);
        Set<String> tokens = new LinkedHashSet<>();
        for (Member member : state.application().household().members()) {
            boolean shared = setting.rules().minorMayBeClaimedTwice()
                    && member.isMinorOn(Days.of(state.timeline().receivedAt()));
            if (!shared) {
                tokens.add(claim(state.application(), member));
            }
        }
        return tokens;
    }

    private String claim(Application application, Member member) {
        return vault.token("claim." + application.programme(), member.identity().number());
    }

    /** Ids of the members of a dossier that hold this claim. */
    public List<String> holders(Application application, String token) {
        return application.household().members().stream()
                .filter(member -> claim(application, member).equals(token))
                .map(Member::id)
                .toList();
    }

    /** Tokens under which an application is found: receipt and persons, where they are wanted, notice, tickets. */
    private Set<String> index(State state, boolean persons) {
        Set<String> tokens = new LinkedHashSet<>();
        if (persons) {
            tokens.add(receipt(state.identity().receipt()));
            state.application()
                    .household()
                    .members()
                    .forEach(m -> tokens.add(person(m.identity().number())));
        }
        state.award()
                .flatMap(Award::openReview)
                .flatMap(Award.OpenReview::reason)
                .ifPresent(reason -> tokens.add(REVIEW_OPENED));
        state.identity().toDecide().ifPresent(offered -> tokens.add(EDITION_OFFERED));
        state.publicity().notice().ifPresent(notice -> tokens.add(item(notice.item())));
        state.verification().slots().values().forEach(slot -> slot.ticket()
                .filter(ticket -> !ticket.equals(slot.inquiry()))
                .ifPresent(ticket -> tokens.add(ticket(slot.check(), ticket))));
        return tokens;
    }

    /** Token of a receipt code. */
    public String receipt(String code) {
        return vault.token("receipt", code);
    }

    /** Token of a person. */
    public String person(String residentId) {
        return vault.token("person", residentId);
    }

    /** Token of a notice. */
    public static String item(String item) {
        return "item:" + item;
    }

    /** Token of a ticket. */
    public static String ticket(String check, String ticket) {
        return "ticket:" + check + ":" + ticket;
    }
}
