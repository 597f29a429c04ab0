package org.onevisit.housing.testkit.verification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.onevisit.housing.spi.verification.AgencyCheck;

/** The check under test and the agency behind it: what a vendor fills in for {@link AgencyCheckContract}. */
public abstract class AgencyUnderTest {
    /** Threads that the JDK and the test runner keep for themselves. */
    private static final Pattern NOT_THE_PLUGINS = Pattern.compile(
            "HttpClient-.*|Keep-Alive-.*|ForkJoinPool\\.commonPool-.*|.*[Cc]leaner.*|process reaper.*|surefire.*|Attach Listener");

    AgencyUnderTest() {}

    /** A new check, as it is after a start; called at least once for each rule. */
    protected abstract AgencyCheck subject();

    /** Capabilities that this check or its agency does not have. */
    protected Set<Capability> lacks() {
        return Set.of();
    }

    /** Makes the agency answer, at once if it ever does. */
    protected void agencyAnswers() {}

    /** Makes the agency promise its next answers for later. */
    protected void agencyPromises() {
        throw notOffered(Capability.PROMISES_LATER, "agencyPromises");
    }

    /**
     * Makes the agency put down the answers that it promised, and time pass until they are due.
     *
     * @return the day that it is then
     */
    protected LocalDate agencyKeepsPromises() {
        throw notOffered(Capability.COLLECTS, "agencyKeepsPromises");
    }

    /** Makes the agency say what makes no sense; best with the people's data in it. */
    protected void agencyAnswersGarbage() {
        throw notOffered(Capability.MAY_ANSWER_GARBAGE, "agencyAnswersGarbage");
    }

    /** Takes the agency out of reach. */
    protected void agencyIsDown() {
        throw notOffered(Capability.MAY_BE_DOWN, "agencyIsDown");
    }

    /** Makes the agency keep every call waiting for at least two seconds. */
    protected void agencyHangs() {
        throw notOffered(Capability.MAY_HANG, "agencyHangs");
    }

    /** What the agency has on file now: must be equal before and after a repeated question. Where that can be told. */
    protected Object agencyLedger() {
        return "";
    }

    /** Is this a thread of the fake agency, which the check is not answerable for? */
    protected boolean ofTheAgency(Thread thread) {
        return thread.getName().startsWith("agency");
    }

    boolean notTheChecks(Thread thread) {
        return ofTheAgency(thread) || NOT_THE_PLUGINS.matcher(thread.getName()).matches();
    }

    /** Is it denied? If so its hook must refuse, if not the agency now does it. */
    boolean denied(Capability capability, Runnable hook) {
        if (!lacks().contains(capability)) {
            hook.run();
            return false;
        }
        assertThatThrownBy(hook::run)
                .as("%s is denied in lacks(), so its hook must not be overridden", capability)
                .isInstanceOf(UnsupportedOperationException.class);
        return true;
    }

    private static UnsupportedOperationException notOffered(Capability capability, String hook) {
        return new UnsupportedOperationException(
                "override " + hook + "() so that the kit can see it, or deny " + capability + " in lacks()");
    }
}
