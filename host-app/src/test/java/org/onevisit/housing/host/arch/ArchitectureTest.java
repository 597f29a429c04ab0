package org.onevisit.housing.host.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The floors of the house: arrows point down only, and a few things are done in one place only. */
class ArchitectureTest {
    /** So many classes the scan sees at least; raise it with the code, so that an empty scan never passes. */
    private static final int CLASSES_AT_LEAST = 180;

    private static final JavaClasses HOUSE = Floor.all();

    @Test
    @DisplayName("the scan sees at least a class for every source file")
    void scanSeesEnough() throws IOException {
        assertThat(HOUSE.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
        for (Floor floor : Floor.values()) {
            assertThat(HOUSE.that(floor.classes()).size())
                    .as("classes of " + floor)
                    .isGreaterThanOrEqualTo(floor.sources());
        }
    }

    @Test
    @DisplayName("the API depends on the JDK only")
    void apiDependsOnJdkOnly() {
        DescribedPredicate<JavaClass> jdk = resideInAnyPackage("java..", "org.osgi.annotation..");
        DescribedPredicate<JavaClass> foreign = describe("are neither of the API nor of the JDK", type -> {
            JavaClass base = type.getBaseComponentType();
            return !base.isPrimitive() && !jdk.or(Floor.API.classes()).test(base);
        });
        check(noClasses().that(Floor.API.classes()).should().dependOnClassesThat(foreign));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("each floor depends on those below it only")
    void arrowsPointDown(Floor floor) {
        for (Floor other : Floor.values()) {
            if (other != floor && !floor.mayUse(other)) {
                check(noClasses().that(floor.classes()).should().dependOnClassesThat(other.classes()));
            }
        }
    }

    @Test
    @DisplayName("time comes from a clock that is handed in")
    void timeComesFromOutside() {
        check(noClasses().should().accessTargetWhere(readsTheTimeByItself()));
    }

    @Test
    @DisplayName("only the command line writes to standard output")
    void onlyTheCommandLinePrints() {
        DescribedPredicate<JavaClass> elsewhere = resideOutsideOfPackages("org.onevisit.housing.host.cli..");
        for (String stream : List.of("out", "err")) {
            check(noClasses().that(elsewhere).should().accessField(System.class, stream));
        }
    }

    @Test
    @DisplayName("only the host, and the extender that reads packs (ADR 0004), know the framework")
    void onlyTheHostKnowsTheFramework() {
        // the exceptions are those of ADR 0004 and ADR 0005
        DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.not(Floor.HOST
                .classes()
                .or(Floor.POLICY_PACK.classes())
                .or(JavaClass.Predicates.simpleName("CoreComponent")));
        check(noClasses().that(elsewhere).should().dependOnClassesThat(resideInAnyPackage("org.osgi.framework..")));
        check(noClasses().that(elsewhere).should().dependOnClassesThat(resideInAnyPackage("org.osgi.util.tracker..")));
    }

    @Test
    @DisplayName("an error says more than its type: no vanilla exception is thrown outside the JDK's own contracts")
    void noVanillaExceptions() {
        for (Class<?> vanilla : List.of(RuntimeException.class, Exception.class, Error.class, Throwable.class)) {
            check(noClasses().should().callConstructorWhere(constructs(vanilla)));
        }
    }

    @Test
    @DisplayName("packages form no cycle")
    void noPackageCycles() {
        for (Floor floor : Floor.values()) {
            slices().matching("org.onevisit.housing.(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(HOUSE.that(floor.classes()));
        }
    }

    @Test
    @DisplayName("a class lives under the package of its floor")
    void classesLiveUnderTheirFloor() {
        check(classes().should().resideInAPackage("org.onevisit.housing.."));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheTimeByItself() {
        Set<String> times = Set.of(
                "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalTime",
                "java.time.LocalDateTime",
                "java.time.OffsetDateTime",
                "java.time.ZonedDateTime",
                "java.time.Year",
                "java.time.YearMonth");
        Map<String, Set<String>> calls = Map.of(
                System.class.getName(), Set.of("currentTimeMillis"),
                Clock.class.getName(), Set.of("system", "systemUTC", "systemDefaultZone"));
        // Clock.system… is for the host, which hands the clock out; nanoTime measures a span and tells no time.
        return describe("read the time without a clock handed in", access -> {
            if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
                return false;
            }
            String owner = target.getOwner().getName();
            if (owner.equals(Date.class.getName())) {
                return target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
            }
            boolean takesClock =
                    target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            if (times.contains(owner)) {
                return target.getName().equals("now") && !takesClock;
            }
            boolean listed = calls.getOrDefault(owner, Set.of()).contains(target.getName());
            boolean host =
                    owner.equals(Clock.class.getName()) && Floor.HOST.classes().test(access.getOriginOwner());
            return listed && !host;
        });
    }

    private static <T extends JavaAccess<?>> DescribedPredicate<T> constructs(Class<?> type) {
        return describe(
                "construct " + type.getSimpleName(),
                access -> access.getTargetOwner().isEquivalentTo(type)
                        && !access.getOriginOwner().isAssignableTo(Throwable.class));
    }
}
