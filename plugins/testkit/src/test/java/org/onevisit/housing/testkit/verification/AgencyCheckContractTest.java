package org.onevisit.housing.testkit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contract is as good as the bad checks that it finds out. */
class AgencyCheckContractTest {
    @Test
    @DisplayName("a check that keeps the contract passes its twelve rules and has a report that says so")
    void aGoodCheckPasses() throws IOException {
        run(GoodContract.class)
                .testEvents()
                .assertStatistics(events -> events.succeeded(12).failed(0).skipped(0));
        Path report = Path.of("target", "contract-report", GoodContract.class.getName() + ".html");
        assertThat(Files.readString(report))
                .contains("12 rules passed", "V-01", "V-12")
                .doesNotContain("${");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badChecks")
    @DisplayName("a check with one fault breaks exactly the rule about it")
    void aBadCheckBreaksItsRule(String rule, Class<?> contract) {
        assertThat(broken(contract)).singleElement().asString().startsWith(rule + " ");
    }

    static List<Arguments> badChecks() {
        return List.of(
                Arguments.of("V-01", ForgetfulContract.class),
                Arguments.of("V-02", MuddledContract.class),
                Arguments.of("V-03", StubbornContract.class),
                Arguments.of("V-04", GullibleContract.class),
                Arguments.of("V-05", TalkativeContract.class),
                Arguments.of("V-06", CuriousContract.class),
                Arguments.of("V-12", DenyingContract.class));
    }

    private static List<String> broken(Class<?> contract) {
        return run(contract).testEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .toList();
    }

    private static EngineExecutionResults run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute();
    }

    static final class GoodContract extends FakeContract {
        GoodContract() {
            super(FakeGoodCheck::new);
        }
    }

    static final class ForgetfulContract extends FakeContract {
        ForgetfulContract() {
            super(FakeForgetfulCheck::new);
        }
    }

    static final class MuddledContract extends FakeContract {
        MuddledContract() {
            super(FakeMuddledCheck::new);
        }
    }

    static final class StubbornContract extends FakeContract {
        StubbornContract() {
            super(FakeStubbornCheck::new);
        }
    }

    static final class GullibleContract extends FakeContract {
        GullibleContract() {
            super(FakeGullibleCheck::new);
        }
    }

    static final class TalkativeContract extends FakeContract {
        TalkativeContract() {
            super(FakeTalkativeCheck::new);
        }
    }

    static final class CuriousContract extends FakeContract {
        CuriousContract() {
            super(FakeCuriousCheck::new);
        }
    }

    /** Denies aloud what its agency does. */
    static final class DenyingContract extends FakeContract {
        DenyingContract() {
            super(FakeGoodCheck::new);
        }

        @Override
        protected Set<Capability> lacks() {
            return Set.of(Capability.COLLECTS);
        }
    }
}
