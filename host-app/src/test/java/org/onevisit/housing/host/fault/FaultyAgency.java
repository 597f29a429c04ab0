package org.onevisit.housing.host.fault;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.spi.verification.Reply;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A bundle with the police's check, which commits the faults that a test switches on. */
public final class FaultyAgency implements BundleActivator, AgencyCheck {
    private final Misbehaviour checking = new Misbehaviour("check");
    private final Misbehaviour collecting = new Misbehaviour("collect");
    private ServiceRegistration<AgencyCheck> registration;

    @Override
    public void start(BundleContext context) {
        checking.hangsIf("BLOCKS_IN_ACTIVATE");
        registration = context.registerService(AgencyCheck.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        checking.hangsIf("BLOCKS_IN_DEACTIVATE");
    }

    @Override
    public CheckProfile profile() {
        return CheckProfile.of("police")
                .supplies(FactKey.named("person.registerSince").orElseThrow())
                .needs(MemberField.NAME, MemberField.RESIDENT_ID)
                .callTimeout(Duration.ofMillis(300));
    }

    @Override
    public Reply check(Inquiry inquiry) {
        if (!System.getProperty("housing.fault.collect.later", "").isEmpty()) {
            String persons = inquiry.persons().stream().map(InquiryPerson::id).collect(Collectors.joining(","));
            return Reply.later(inquiry.id() + "/" + persons, inquiry.askedOn().plusDays(1));
        }
        checking.inACall();
        if (checking.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
        return Reply.now(finding(checking, inquiry.persons().stream().map(InquiryPerson::id), inquiry.askedOn()));
    }

    private static Finding finding(Misbehaviour misbehaving, Stream<String> persons, LocalDate day) {
        Map<String, Answer> answers = new HashMap<>();
        persons.forEach(person -> answers.put(person, answer(misbehaving, day)));
        return Finding.of(answers);
    }

    private static Answer answer(Misbehaviour misbehaving, LocalDate day) {
        if (misbehaving.is("WRONG_ANSWER")) {
            return Answer.facts(day).put(FactKey.HOME_COUNT, 3);
        }
        return misbehaving.is("TEN_MEGABYTES")
                ? Answer.cannotAnswer("x".repeat(10 << 20))
                : Answer.facts(day).put(FactKey.named("person.registerSince").orElseThrow(), LocalDate.of(2010, 5, 6));
    }

    @Override
    public void collect(Pickup pickup) {
        if (!collecting.is("OUT_OF_MEMORY") || !pickup.openTickets().isEmpty()) {
            collecting.inACall();
        }
        if (collecting.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
        LocalDate day = LocalDate.parse("2026-03-02");
        for (String ticket : pickup.openTickets()) {
            Stream<String> persons =
                    Stream.of(ticket.substring(ticket.indexOf('/') + 1).split(","));
            pickup.deliver(ticket, finding(collecting, persons, day));
        }
    }
}
