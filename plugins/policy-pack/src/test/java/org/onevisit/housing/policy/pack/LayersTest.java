package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.policy.pack.source.PackFile;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.ProcessRules;

class LayersTest {
    private static final String PROVINCE = """
            pack: province
            edition: "%s"
            abstract: true
            extends: base
            locked: [limits/makeGood]
            limits: { makeGood: { working: %d, source: S40 } }
            """;

    @Test
    @DisplayName("layers merge by path at any depth: the nearest layer speaks, the others fill in")
    void layersMergeByPath() {
        PackPolicySource source = source(PROVINCE.formatted("1", 8), Yaml.with("extends: base", "extends: province"));

        ProcessRules rules = source.editions().get(0).rules();
        assertThat(rules.limits().makeGood()).isEqualTo(DayCount.working(8));
        assertThat(rules.limits().intake()).isEqualTo(DayCount.working(5));
        assertThat(rules.checks())
                .extracting(ProcessRules.CheckRule::check)
                .containsExactly("social-security", "real-estate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ working: 6 }", "{ calendar: 5 }", "~"})
    @DisplayName("what a layer locks cannot be loosened, nor counted in other days, nor taken away above")
    void locksHold(String intake) {
        String yaml = Yaml.with("figures:", "limits:\n  intake: " + intake + "\nfigures:");

        assertThat(Yaml.errors(yaml)).singleElement().satisfies(error -> {
            assertThat(error.path()).isEqualTo("limits/intake");
            assertThat(error.origin().line()).isEqualTo(20);
            assertThat(error.expected()).contains("base");
        });
    }

    @Test
    @DisplayName(
            "a pack says for how many years dossiers are kept; the base's years are a placeholder until one with a source comes")
    void archiveYears() {
        String sourced = Yaml.with("figures:", "archiveYears: { value: 30, source: S01 }\nfigures:");

        assertThat(Yaml.edition(sourced).rules().archiveYears()).isEqualTo(30);
        assertThat(Yaml.edition(sourced).placeholders()).noneMatch(s -> s.startsWith("档案保管年限"));
        Edition plain = Packs.edition("pinghu");
        assertThat(plain.rules().archiveYears()).isEqualTo(10);
        assertThat(plain.placeholders()).anyMatch(s -> s.startsWith("档案保管年限"));
    }

    @Test
    @DisplayName("what a layer locks may be tightened above")
    void locksMayBeTightened() {
        String yaml = Yaml.with("figures:", "limits: { intake: { working: 3, source: S01 } }\nfigures:");

        assertThat(Yaml.edition(yaml).rules().limits().intake()).isEqualTo(DayCount.working(3));
    }

    @Test
    @DisplayName("taking away what holds a locked value breaks the lock too")
    void locksHoldAgainstTakingAwayTheWhole() {
        assertThat(Yaml.errors(Yaml.with("figures:", "limits: ~\nfigures:")))
                .anySatisfy(error -> assertThat(error.path()).isEqualTo("limits/intake"));
    }

    @Test
    @DisplayName("of two editions of a layer the later one counts, unless one is named")
    void laterLayerCounts() {
        String ten = PROVINCE.formatted("2026.10", 7);
        String nine = PROVINCE.formatted("2026.9", 9);

        Edition later = source(ten, nine, Yaml.with("extends: base", "extends: province"))
                .editions()
                .get(0);
        Edition named = source(ten, nine, Yaml.with("extends: base", "extends: province@2026.9"))
                .editions()
                .get(0);

        assertThat(later.rules().limits().makeGood().days()).isEqualTo(7);
        assertThat(named.rules().limits().makeGood().days()).isEqualTo(9);
    }

    @Test
    @DisplayName("a layer that is missing is named, with those that are there")
    void missingLayerIsNamed() {
        assertThat(Yaml.errors(Yaml.with("extends: base", "extends: province")))
                .singleElement()
                .hasToString("testing.yaml:3: ERROR extends: a pack 'province' that is installed; "
                        + "install it, or extend one of [base, testing]");
    }

    @Test
    @DisplayName("layers in a circle are refused")
    void circleIsRefused() {
        assertThat(Yaml.errors(Yaml.with("extends: base", "extends: testing")))
                .singleElement()
                .satisfies(error -> assertThat(error.expected()).contains("circle"));
    }

    @Test
    @DisplayName("each value tells its layer, line and legal basis")
    void explainTellsLayerLineAndBasis() {
        PackEdition edition = Yaml.edition(Yaml.COUNTY);

        assertThat(edition.explain().explain("limits/intake/working")).get().satisfies(e -> {
            assertThat(e.value()).isEqualTo("5");
            assertThat(e.origin().layer()).isEqualTo("base");
            assertThat(e.origin().line()).isPositive();
            assertThat(e.basis()).isEqualTo("行政许可法第三十二条");
        });
        assertThat(edition.explain().explain("figures/incomeLine/value")).get().satisfies(e -> {
            assertThat(e.origin()).hasToString("testing.yaml:20");
            assertThat(e.basis()).startsWith("S01 ");
        });
        assertThat(edition.explain().explain("limits/nothing")).isEmpty();
    }

    @Test
    @DisplayName("comments, blanks and quotes do not change an edition; a figure does")
    void contentIsCanonical() {
        EditionId plain = Yaml.edition(Yaml.COUNTY).id();
        String dressed = "# a comment\n" + Yaml.with("county: 测试县", "county:    \"测试县\"   # here\n");

        assertThat(Yaml.edition(dressed).id()).isEqualTo(plain);
        assertThat(Yaml.edition(Yaml.with("60000", "60001")).id().sha256()).isNotEqualTo(plain.sha256());
        assertThat(Yaml.edition(Yaml.COUNTY).id()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pinghu", "hangzhou-2019", "chongqing-yuzhong-2021"})
    @DisplayName("an edition comes back from its content, equal and judging alike, when its files are gone")
    void restoreBringsBackTheSame(String pack) {
        Edition edition = Packs.edition(pack);

        Edition restored = new PackPolicySource(List.of()).restore(edition.content());

        assertThat(restored.id()).isEqualTo(edition.id());
        assertThat(restored.content()).isEqualTo(edition.content());
        assertThat(restored.placeholders()).isEqualTo(edition.placeholders());
        assertThat(restored.rules()).usingRecursiveComparison().isEqualTo(edition.rules());
        Case household = Case.of(3).certificate("DIBAO");
        assertThat(household.judge(restored)).isEqualTo(household.judge(edition));
        assertThat(household.calculate(restored)).isEqualTo(household.calculate(edition));
    }

    @Test
    @DisplayName("foreign content is refused")
    void foreignContentIsRefused() {
        PackPolicySource source = new PackPolicySource(List.of());
        for (String content : List.of("", "{}", "[1]", "no json")) {
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                    .isThrownBy(() -> source.restore(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    @Test
    @DisplayName("two editions of one county stand side by side")
    void editionsStandSideBySide() {
        PackPolicySource source = source(
                Yaml.COUNTY, Yaml.with("edition: \"1\"", "edition: \"2\"").replace("2025-01-01", "2026-01-01"));

        assertThat(source.editions())
                .extracting(Edition::effectiveFrom)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a pack that is taken away is offered no more; a layer that comes later brings its packs")
    void packsComeAndGo() {
        PackPolicySource source = new PackPolicySource(List.of(Packs.file("pinghu")));
        assertThat(source.editions()).isEmpty();

        source.install(List.of(Packs.file("base")));
        assertThat(source.editions()).hasSize(1);

        source.remove(Packs.file("pinghu").name());
        assertThat(source.editions()).isEmpty();
    }

    @Test
    @DisplayName(
            "a county stays in force as it was when the layer below it turns out wrong or goes, and an operator is told")
    void aWrongLayerTakesNoCountyOutOfForce() {
        PackPolicySource source = source();
        source.install(List.of(Packs.file("pinghu")));
        EditionId before = source.editions().get(0).id();

        String base = Packs.file("base").text();
        source.install(List.of(new PackFile(
                "base-2", base.replace("edition: \"1\"", "edition: \"9\"").replace("checks:", "cheques:"))));

        assertThat(source.editions()).extracting(Edition::id).containsExactly(before);
        assertThat(source.states())
                .filteredOn(state -> state.status() == PackState.Status.INVALID)
                .extracting(PackState::file)
                .contains(Packs.file("pinghu").name());

        source.remove("base-2");
        assertThat(source.states()).extracting(PackState::status).doesNotContain(PackState.Status.INVALID);
        source.remove(Packs.file("base").name());
        assertThat(source.editions()).extracting(Edition::id).containsExactly(before);
    }

    @Test
    @DisplayName("an edition that is no longer offered is read from its content once, and then remembered")
    void restoresOnce() {
        byte[] content = source(Yaml.COUNTY).editions().get(0).content();
        PackPolicySource other = new PackPolicySource(List.of());

        Edition restored = other.restore(content);

        assertThat(restored.content()).isEqualTo(content);
        assertThat(other.restore(content)).isSameAs(restored);
    }

    private static PackPolicySource source(String... yamls) {
        List<PackFile> files = new ArrayList<>(List.of(Packs.file("base")));
        for (String yaml : yamls) {
            files.add(new PackFile("testing-" + files.size() + ".yaml", yaml));
        }
        return new PackPolicySource(files).orThrow();
    }
}
