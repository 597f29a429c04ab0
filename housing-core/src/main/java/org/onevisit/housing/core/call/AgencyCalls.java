package org.onevisit.housing.core.call;

import com.google.common.collect.Sets;
import dev.failsafe.Bulkhead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.core.call.Gate.Result;
import org.onevisit.housing.core.event.Event;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.event.VerificationEvents.InquiryPostponed;
import org.onevisit.housing.core.event.VerificationEvents.InquiryPromised;
import org.onevisit.housing.core.event.VerificationEvents.InquirySent;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.rules.Arrivals.FindingArrived;
import org.onevisit.housing.core.rules.Clocks;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.Order;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.rules.Timers;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.view.AgencyHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks agencies: all of an application at once, each agency within its own bounds. A disclosure is on disk before the data leave. What
 * a call brings goes through the mailbox; nothing is kept here that a restart would miss.
 */
public final class AgencyCalls {
    private static final Logger log = LoggerFactory.getLogger(AgencyCalls.class);
    private static final Duration ABSENT = Duration.ofHours(1);
    private final Agencies agencies;
    private final Calls calls;
    private final Post post;
    private final Gates gates = new Gates();
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    /** Calls to these agencies. */
    public AgencyCalls(Agencies agencies, Calls calls, Post post) {
        this.agencies = agencies;
        this.calls = calls;
        this.post = post;
    }

    /** How many inquiries are out now. */
    public int inFlight() {
        return inFlight.size();
    }

    /** How the agencies do. */
    public List<AgencyHealth> health() {
        return gates.health();
    }

    /** Asks every agency that is to be asked about an application now. */
    public void ask(State state) {
        Setting setting = post.setting(state);
        if (!new Timers(state, setting).asksNow()) {
            return;
        }
        List<Runnable> out = new ArrayList<>();
        List<Recorded> told = new ArrayList<>();
        for (Slot slot : state.verification().slots().values()) {
            if (slot.toAsk(setting.now()) && inFlight.add(slot.inquiry())) {
                Optional<PluginSeat<AgencyCheck, CheckProfile>> agency = agencies.next(slot.check());
                if (agency.isEmpty()) {
                    absent(state, slot, setting.now());
                } else if (admitted(state, slot, agency.get(), setting.now())) {
                    disclosure(slot, agency.get(), setting).ifPresent(told::add);
                    out.add(() -> start(state, slot, agency.get()));
                }
            }
        }
        leave(state, told, out);
    }

    /**
     * What agencies are told at once of a state that is about to be written, so that it is on disk with it. Left to {@link #ask} is what is
     * not sure: where two versions share the calls, where an agency is down, where nothing of anybody is told.
     */
    public List<Recorded> foretold(State state) {
        Setting setting = post.setting(state);
        if (!new Timers(state, setting).asksNow()) {
            return List.of();
        }
        List<Recorded> told = new ArrayList<>();
        for (Slot slot : state.verification().slots().values()) {
            if (slot.toAsk(setting.now()) && gates.of(slot.agency()).isOpen()) {
                agencies.alone(slot.check())
                        .filter(agency -> !agency.profile().needs().isEmpty())
                        .flatMap(agency -> disclosure(slot, agency, setting))
                        .ifPresent(told::add);
            }
        }
        return told;
    }

    /** Does the agency's gate let the call through? If not, it waits for the gate. */
    private boolean admitted(State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency, Instant now) {
        Gate.Pass pass = gates.of(slot.agency()).admit(now, state.number());
        if (!pass.open()) {
            pass.until()
                    .ifPresentOrElse(until -> shut(state, slot, agency, until), () -> inFlight.remove(slot.inquiry()));
        }
        return pass.open();
    }

    private void shut(State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency, Instant until) {
        record(state, slot, new InquiryPostponed(slot.check(), Slot.Cause.UNREACHABLE, until, true), agency.stamp());
    }

    private void start(State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency) {
        gates.of(slot.agency())
                .start(
                        agency.profile().callsAtOnce(),
                        room -> calls.make(agency, call(state, slot, agency, room)),
                        until -> shut(state, slot, agency, until));
    }

    /** What the agency is told now and was not told before: with the first call, or because its plugin needs more than another did. */
    private static Optional<Recorded> disclosure(
            Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency, Setting setting) {
        Set<MemberField> before = slot.trail().disclosed();
        Set<MemberField> more = Sets.difference(agency.profile().needs(), before);
        boolean first = slot.calls() == 0 && slot.ticket().isEmpty() && before.isEmpty();
        return first || !more.isEmpty()
                ? Optional.of(new Recorded(
                        new InquirySent(slot.check(), slot.inquiry(), slot.asked(), Set.copyOf(more), true),
                        new Moment(setting.now(), Moment.SYSTEM, agency.stamp())))
                : Optional.empty();
    }

    /** The disclosure first, then the calls; a pool of one thread gathers all the answers into one commit. */
    private void leave(State state, List<Recorded> told, List<Runnable> out) {
        Runnable all = () -> calls.gather(() -> out.forEach(Runnable::run));
        if (told.isEmpty()) {
            all.run();
        } else {
            post.lay(
                    state.number(),
                    (now, setting) -> Decider.record(
                            now,
                            told.stream()
                                    .filter(one -> asking(now, ((InquirySent) one.event()).inquiry()))
                                    .toList(),
                            setting),
                    all);
            calls.pump();
        }
    }

    private void absent(State state, Slot slot, Instant now) {
        nothing(state, slot, Slot.Cause.NOT_INSTALLED, now.plus(ABSENT), "");
    }

    private Calls.Call call(
            State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency, Bulkhead<Object> room) {
        return new Calls.Call(
                slot.inquiry(),
                state.number(),
                running -> {
                    long began = System.nanoTime();
                    Result result = Result.NOTHING;
                    try {
                        result = call(state, slot, agency, running);
                    } finally {
                        if (running.ended()) {
                            over(slot, room, result, Duration.ofNanos(System.nanoTime() - began));
                        }
                    }
                },
                () -> {
                    again(state, slot, agency.stamp());
                    over(slot, room, Result.NOTHING, Duration.ZERO);
                },
                () -> {
                    inFlight.remove(slot.inquiry());
                    over(slot, room, Result.NOTHING, Duration.ZERO);
                },
                () -> {
                    notInTime(state, slot, agency);
                    over(slot, room, Result.UNREACHABLE, agency.timeout());
                    calls.pump();
                });
    }

    /** Tells the gate; who waited for a probe is asked about again, outside of this call. */
    private void over(Slot slot, Bulkhead<Object> room, Result result, Duration time) {
        List<ApplicationNumber> again = gates.of(slot.agency()).over(room, result, time, post.now());
        if (!again.isEmpty()) {
            calls.later(() -> calls.gather(
                    () -> again.forEach(number -> post.state(number).ifPresent(this::ask))));
        }
    }

    private Result call(State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency, RunningCall call) {
        Setting setting = post.setting(state);
        String stamp = agency.stamp();
        if (post.recent(state.number())
                .filter(now -> asking(now, slot.inquiry()))
                .isEmpty()) {
            inFlight.remove(slot.inquiry()); // a signature was revoked, or the application has ended, while it waited
            return Result.NOTHING;
        }
        try {
            Clocks clocks = new Clocks(state, setting.rules(), setting.calendar(), setting.now());
            Reply reply = agency.plugin()
                    .check(CoreInquiry.of(
                            state, slot, agency.profile(), clocks.slot(slot), setting.now(), setting.calendar()));
            if (!call.ended()) {
                return Result.NOTHING;
            }
            if (call.interrupted()) {
                return interrupted(state, slot, agency, call);
            }
            take(state, slot, agency, reply, setting.now());
            return Result.REPLIED;
        } catch (AgencyUnreachableException e) {
            if (!call.ended()) {
                return Result.NOTHING;
            }
            if (call.interrupted()) {
                return interrupted(state, slot, agency, call);
            }
            call.failed("unreachable");
            log.debug("agency {} not reached for {}", slot.agency(), slot.inquiry(), e);
            nothing(state, slot, Slot.Cause.UNREACHABLE, BackOff.after(slot.calls(), setting.now()), stamp);
            return Result.UNREACHABLE;
        } catch (Throwable e) {
            if (!call.ended()) {
                return Result.NOTHING;
            }
            if (call.interrupted()) {
                return interrupted(state, slot, agency, call);
            }
            call.failed(e.getClass().getSimpleName());
            log.warn("plugin {} failed on inquiry {}; it is asked again", stamp, slot.inquiry(), e);
            nothing(state, slot, Slot.Cause.FAILED, BackOff.after(slot.calls(), setting.now()), stamp);
            return Result.NOTHING;
        }
    }

    /** An interrupted call: of a leaving plugin it is asked again at once, else after a while. */
    private Result interrupted(State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency, RunningCall call) {
        call.failed("interrupted");
        return notInTime(state, slot, agency);
    }

    private Result notInTime(State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency) {
        if (agency.seat().closed()) {
            again(state, slot, agency.stamp());
            return Result.NOTHING;
        }
        nothing(state, slot, Slot.Cause.UNREACHABLE, BackOff.after(slot.calls(), post.now()), agency.stamp());
        return Result.UNREACHABLE;
    }

    private void again(State state, Slot slot, String stamp) {
        nothing(state, slot, Slot.Cause.NONE, post.now(), stamp);
    }

    private void take(
            State state, Slot slot, PluginSeat<AgencyCheck, CheckProfile> agency, @Nullable Reply reply, Instant now) {
        String stamp = agency.stamp();
        if (reply instanceof Reply.Now answer) {
            Findings.require(answer.finding(), agency.profile(), Days.of(now));
            FindingArrived arrived = new FindingArrived(
                    slot.check(), slot.inquiry(), answer.finding(), BackOff.after(slot.calls(), now));
            post.lay(
                    state.number(),
                    (current, setting) ->
                            Decider.decide(current, Order.ofCore(Trigger.FINDING_RECEIVED, arrived, stamp), setting),
                    () -> inFlight.remove(slot.inquiry()));
        } else if (reply instanceof Reply.Later later) {
            Instant promised = Days.start(later.expectedBy().plusDays(1));
            Instant next = promised.isAfter(now) ? promised : BackOff.after(slot.calls(), now);
            record(
                    state,
                    slot,
                    new InquiryPromised(slot.check(), later.ticket(), later.expectedBy(), Optional.of(next)),
                    stamp);
        } else {
            throw new IllegalStateException("plugin " + stamp + " replied nothing (rule V-07)");
        }
    }

    private static boolean asking(State state, String inquiry) {
        return state.verification().byInquiry(inquiry).filter(Slot::asking).isPresent();
    }

    private void nothing(State state, Slot slot, Slot.Cause cause, Instant again, String stamp) {
        record(state, slot, new InquiryPostponed(slot.check(), cause, again), stamp);
    }

    /** Records what a call brought, if its slot still waits. */
    private void record(State state, Slot slot, Event event, String stamp) {
        post.lay(
                state.number(),
                (current, setting) -> {
                    boolean waits = asking(current, slot.inquiry());
                    return Decider.record(
                            current,
                            new Moment(setting.now(), Moment.SYSTEM, stamp),
                            waits ? List.of(event) : List.of(),
                            setting);
                },
                () -> inFlight.remove(slot.inquiry()));
    }

    /** Asks again at once whoever waited for a check that has just been installed. */
    public void arrived(Set<String> checks) {
        for (String check : checks) {
            agencies.profile(check).ifPresent(profile -> post.waitingFor(profile.agency())
                    .forEach(number -> post.state(number).ifPresent(state -> wake(state, check))));
        }
        calls.pump();
    }

    private void wake(State state, String check) {
        Slot slot = state.verification().slots().get(check);
        if (slot != null && slot.asking() && slot.cause() == Slot.Cause.NOT_INSTALLED && inFlight.add(slot.inquiry())) {
            again(state, slot, "");
        }
    }
}
