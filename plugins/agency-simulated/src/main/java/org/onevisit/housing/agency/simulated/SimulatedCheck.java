package org.onevisit.housing.agency.simulated;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.spi.verification.Reply;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agency that is not there: invents what it says, and is late, silent, unreachable or clueless as configured. For
 * demonstrations and tests; the same seed gives the same answers.
 *
 * <p>Safe for every thread. Keeps nothing but a bounded count of the calls that it made fail.
 */
@Component(
        service = AgencyCheck.class,
        configurationPid = SimulatedConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SimulatedConfig.class, factory = true)
public final class SimulatedCheck implements AgencyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCheck.class);
    private static final int COUNTED = 10_000;

    private final CheckProfile profile;
    private final Behaviour behaviour;
    private final SimulatedFacts facts;
    private final Clock clock;
    private final List<FactKey> supplied;
    private final Map<String, Integer> failed = Collections.synchronizedMap(new Counts());

    /** Started by the framework. */
    @Activate
    public SimulatedCheck(SimulatedConfig config, @Reference(target = "(housing=engine)") Clock clock) {
        this(Settings.profile(config), Settings.behaviour(config), Settings.facts(config), clock);
        LOG.info("check {} is simulated: its answers are invented", profile.check());
    }

    /** A check of the given kind. */
    SimulatedCheck(CheckProfile profile, Behaviour behaviour, SimulatedFacts facts, Clock clock) {
        this.profile = profile;
        this.behaviour = behaviour;
        this.facts = facts;
        this.clock = clock;
        this.supplied = List.copyOf(profile.supplies());
    }

    @Override
    public CheckProfile profile() {
        return profile;
    }

    @Override
    public Reply check(Inquiry inquiry) {
        takeTime();
        return switch (behaviour.mood(inquiry.id())) {
            case LATE -> later(inquiry);
            case SILENT ->
                Reply.later(
                        Ticket.never(Persona.hash(behaviour.seed(), inquiry.id())),
                        inquiry.workingDaysFromNow(behaviour.late().latest()));
            case UNREACHABLE -> afterFailures(inquiry);
            case CANNOT_ANSWER -> Reply.now(cannotAnswer(inquiry));
            case PROMPT -> now(inquiry);
        };
    }

    @Override
    public void collect(Pickup pickup) {
        LocalDate today = LocalDate.now(clock.withZone(WorkCalendar.ZONE));
        for (String text : pickup.openTickets()) {
            Ticket.read(text).filter(ticket -> !ticket.day().isAfter(today)).ifPresent(ticket -> {
                try {
                    pickup.deliver(text, finding(ticket));
                } catch (RuntimeException e) {
                    LOG.warn("check {}: a late answer was not taken", profile.check(), e);
                }
            });
        }
    }

    private Reply later(Inquiry inquiry) {
        Optional<Ticket> earlier = inquiry.earlierTicket().flatMap(Ticket::read);
        Ticket ticket = earlier.orElseGet(
                () -> ticket(inquiry, inquiry.workingDaysFromNow(behaviour.lateWorkingDays(inquiry.id()))));
        Optional<String> text = ticket.text();
        if (text.isEmpty() || !ticket.day().isAfter(inquiry.askedOn())) {
            return now(inquiry);
        }
        return Reply.later(text.get(), ticket.day());
    }

    private Reply afterFailures(Inquiry inquiry) {
        int calls = failed.merge(inquiry.id(), 1, Integer::sum);
        if (calls <= behaviour.unreachableCalls()) {
            throw new AgencyUnreachableException(profile.agency(), "simulated failure " + calls);
        }
        return now(inquiry);
    }

    private Reply now(Inquiry inquiry) {
        return Reply.now(finding(ticket(inquiry, inquiry.askedOn())));
    }

    private Ticket ticket(Inquiry inquiry, LocalDate day) {
        Map<String, Persona> personas = new LinkedHashMap<>();
        for (InquiryPerson person : inquiry.persons()) {
            String number = person.field(MemberField.RESIDENT_ID);
            personas.put(person.id(), Persona.of(behaviour.seed(), number, inquiry.askedOn()));
        }
        long wanted = 0;
        boolean household = false;
        for (int i = 0; i < supplied.size(); i++) {
            if (inquiry.wanted().contains(supplied.get(i))) {
                wanted |= 1L << i;
                household |= supplied.get(i).subject() == FactKey.Subject.HOUSEHOLD;
            }
        }
        if (household) {
            Persona nobody = Persona.of(behaviour.seed(), inquiry.id(), inquiry.askedOn());
            personas.put(
                    Finding.HOUSEHOLD, personas.values().stream().findFirst().orElse(nobody));
        }
        return new Ticket(day, wanted, personas);
    }

    private Finding finding(Ticket ticket) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        ticket.personas().forEach((id, persona) -> answers.put(id, answer(ticket, id, persona)));
        return Finding.of(answers);
    }

    private Answer answer(Ticket ticket, String id, Persona persona) {
        boolean household = id.equals(Finding.HOUSEHOLD);
        if (!household && behaviour.nothingOnRecord(profile.check(), persona)) {
            return Answer.nothingOnRecord(ticket.day());
        }
        Map<FactKey, Fact> found = new LinkedHashMap<>();
        for (int i = 0; i < supplied.size(); i++) {
            FactKey key = supplied.get(i);
            if ((ticket.wanted() >>> i & 1) == 1 && household == (key.subject() == FactKey.Subject.HOUSEHOLD)) {
                found.put(key, facts.of(key, persona));
            }
        }
        return new Answer.Facts(ticket.day(), found);
    }

    private Finding cannotAnswer(Inquiry inquiry) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        ticket(inquiry, inquiry.askedOn())
                .personas()
                .keySet()
                .forEach(id -> answers.put(id, Answer.cannotAnswer("模拟：该部门无法答复 (simulated: cannot answer)")));
        return Finding.of(answers);
    }

    private void takeTime() {
        try {
            Thread.sleep(behaviour.delayMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgencyUnreachableException(profile.agency(), "interrupted while it took its time", e);
        }
    }

    /** Forgets the oldest. */
    private static final class Counts extends LinkedHashMap<String, Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > COUNTED;
        }
    }
}
