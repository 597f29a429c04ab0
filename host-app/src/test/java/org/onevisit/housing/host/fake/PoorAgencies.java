package org.onevisit.housing.host.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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

/** A version of the simulated agencies that fails some calls of ten, or takes its time, and answers that nothing is on record. */
public final class PoorAgencies implements BundleActivator {
    /** Header with a line for each check: its code and the facts that it supplies. */
    public static final String CHECKS = "Fake-Checks";

    /** Header: how many calls of ten fail. */
    public static final String FAILING = "Fake-Failing";

    /** Header: how long a call takes, in milliseconds. */
    public static final String MILLIS = "Fake-Millis";

    @Override
    public void start(BundleContext context) {
        var headers = context.getBundle().getHeaders();
        int failing = Integer.parseInt(headers.get(FAILING));
        long millis = Long.parseLong(headers.get(MILLIS));
        for (String line : headers.get(CHECKS).split(",")) {
            String[] words = line.strip().split(" ");
            FactKey[] facts = new FactKey[words.length - 1];
            for (int i = 1; i < words.length; i++) {
                facts[i - 1] = FactKey.named(words[i]).orElseThrow();
            }
            context.registerService(AgencyCheck.class, new Poor(failing, millis, words[0], facts), null);
        }
    }

    @Override
    public void stop(BundleContext context) {}

    /** One of them. */
    private static final class Poor implements AgencyCheck {
        private static final int OF = 10;
        private final AtomicInteger calls = new AtomicInteger();
        private final int failing;
        private final long millis;
        private final CheckProfile profile;

        Poor(int failing, long millis, String check, FactKey... facts) {
            this.failing = failing;
            this.millis = millis;
            profile = CheckProfile.of(check).supplies(facts).needs(MemberField.NAME, MemberField.RESIDENT_ID);
        }

        @Override
        public CheckProfile profile() {
            return profile;
        }

        @Override
        public Reply check(Inquiry inquiry) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            if (calls.getAndIncrement() % OF >= OF - failing) {
                throw new AgencyUnreachableException(profile.agency(), "HTTP 502");
            }
            Map<String, Answer> answers = new HashMap<>();
            inquiry.persons().forEach(person -> answers.put(person.id(), Answer.nothingOnRecord(inquiry.askedOn())));
            return Reply.now(Finding.of(answers));
        }
    }
}
