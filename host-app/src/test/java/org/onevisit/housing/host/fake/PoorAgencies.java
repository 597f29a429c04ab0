package org.onevisit.housing.host.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A version of the simulated agencies that fails three calls of ten, and answers the others that nothing is on record. */
public final class FailingAgencies implements BundleActivator {
    /** Header with a line for each check: its code and the facts that it supplies. */
    public static final String CHECKS = "Fake-Checks";

    @Override
    public void start(BundleContext context) {
        for (String line : context.getBundle().getHeaders().get(CHECKS).split(",")) {
            String[] words = line.strip().split(" ");
            FactKey[] facts = new FactKey[words.length - 1];
            for (int i = 1; i < words.length; i++) {
                facts[i - 1] = FactKey.named(words[i]).orElseThrow();
            }
            context.registerService(AgencyCheck.class, new Failing(words[0], facts), null);
        }
    }

    @Override
    public void stop(BundleContext context) {}

    /** One of them. */
    private static final class Failing implements AgencyCheck {
        private static final int OF = 10;
        private static final int FAIL = 3;
        private final AtomicInteger calls = new AtomicInteger();
        private final CheckProfile profile;

        Failing(String check, FactKey... facts) {
            profile = CheckProfile.of(check).supplies(facts).needs(MemberField.NAME, MemberField.RESIDENT_ID);
        }

        @Override
        public CheckProfile profile() {
            return profile;
        }

        @Override
        public Reply check(Inquiry inquiry) {
            if (calls.getAndIncrement() % OF >= OF - FAIL) {
                throw new AgencyUnreachableException(profile.agency(), "HTTP 502");
            }
            Map<String, Answer> answers = new HashMap<>();
            inquiry.persons().forEach(person -> answers.put(person.id(), Answer.nothingOnRecord(inquiry.askedOn())));
            return Reply.now(Finding.of(answers));
        }
    }
}
