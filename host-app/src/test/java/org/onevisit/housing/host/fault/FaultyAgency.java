package org.onevisit.housing.host.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
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
        checking.inACall();
        if (checking.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
        Map<String, Answer> answers = new HashMap<>();
        inquiry.persons().forEach(person -> answers.put(person.id(), answer(inquiry)));
        return Reply.now(Finding.of(answers));
    }

    private Answer answer(Inquiry inquiry) {
        if (checking.is("WRONG_ANSWER")) {
            return Answer.facts(inquiry.askedOn()).put(FactKey.HOME_COUNT, 3);
        }
        return checking.is("TEN_MEGABYTES")
                ? Answer.cannotAnswer("x".repeat(10 << 20))
                : Answer.nothingOnRecord(inquiry.askedOn());
    }

    @Override
    public void collect(Pickup pickup) {
        collecting.inACall();
        if (collecting.is("UNREGISTERS_IN_A_CALL")) {
            registration.unregister();
        }
        if (collecting.is("WRONG_ANSWER")) {
            pickup.deliver("nobody", Finding.of("m1", Answer.nothingOnRecord(java.time.LocalDate.MAX)));
        }
        if (collecting.is("TEN_MEGABYTES")) {
            pickup.deliver("nobody", Finding.of("m1", Answer.cannotAnswer("x".repeat(10 << 20))));
        }
    }
}
