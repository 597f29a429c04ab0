package org.onevisit.housing.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.explanation.Met.MET;
import static org.onevisit.housing.explanation.Met.NOT_MET;
import static org.onevisit.housing.explanation.Met.UNKNOWN;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The laws of three values (Kleene), each over every combination. */
class MetTest {
    @Property
    @Label("both and either are commutative and associative, and keep a value that meets itself")
    void lattice(@ForAll Met a, @ForAll Met b, @ForAll Met c) {
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.or(b)).isEqualTo(b.or(a));
        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
        assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
        assertThat(a.and(a)).isEqualTo(a).isEqualTo(a.or(a));
        assertThat(a.and(a.or(b))).isEqualTo(a).isEqualTo(a.or(a.and(b)));
        assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
    }

    @Property
    @Label("the opposite of both is either of the opposites, and the other way round")
    void deMorgan(@ForAll Met a, @ForAll Met b) {
        assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
        assertThat(a.or(b).not()).isEqualTo(a.not().and(b.not()));
        assertThat(a.not().not()).isEqualTo(a);
    }

    @Property
    @Label("with two values it is plain logic; met is neutral to both, and not met to either")
    void classical(@ForAll boolean a, @ForAll boolean b, @ForAll Met any) {
        assertThat(Met.of(a).and(Met.of(b))).isEqualTo(Met.of(a && b));
        assertThat(Met.of(a).or(Met.of(b))).isEqualTo(Met.of(a || b));
        assertThat(Met.of(a).not()).isEqualTo(Met.of(!a));
        assertThat(any.and(MET)).isEqualTo(any).isEqualTo(any.or(NOT_MET));
        assertThat(any.and(NOT_MET)).isEqualTo(NOT_MET);
        assertThat(any.or(MET)).isEqualTo(MET);
    }

    @Property
    @Label("monotone: learning what was unknown never turns an answer that was known")
    void monotone(@ForAll Met a, @ForAll Met b, @ForAll boolean learnt) {
        for (Met later : List.of(a, a == UNKNOWN ? Met.of(learnt) : a)) {
            assertThat(refines(a.and(b), later.and(b))).isTrue();
            assertThat(refines(a.or(b), later.or(b))).isTrue();
            assertThat(refines(a.not(), later.not())).isTrue();
        }
    }

    private static boolean refines(Met before, Met after) {
        return before == UNKNOWN || before == after;
    }
}
