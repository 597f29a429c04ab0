package org.onevisit.housing.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onevisit.housing.model.FactKey.WAGE_YEAR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.explanation.Calculation;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.policy.pack.rule.RuleNames;
import org.onevisit.housing.policy.pack.source.PackFile;
import org.onevisit.housing.spi.policy.Edition;

/** The guide docs/write-a-pack.md, taken at its word. */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "write-a-pack.md");

    @Test
    @DisplayName("the pack of the guide is in order, judges and pays as the guide says")
    void packOfTheGuide(@TempDir Path folder) throws IOException {
        Path base = Path.of("..", "packs", "base", "src", "main", "resources", "pack.yaml");
        Path county = Files.writeString(folder.resolve("pack.yaml"), snippet("yaml"), StandardCharsets.UTF_8);

        PackPolicySource source = new PackPolicySource(List.of(PackFile.read(base), PackFile.read(county))).orThrow();
        Edition edition = source.editions().get(0);

        assertThat(source.states())
                .allSatisfy(state -> assertThat(state.errors()).isEmpty());
        Case three = Case.of(3).member("m1", WAGE_YEAR, Money.yuan(144_000));
        assertThat(three.judge(edition).overall()).isEqualTo(Met.MET);
        assertThat(three.criterion(edition, "income").text()).isEqualTo("家庭人均年收入不超过 48,000 元（含）");
        Calculation calculation = three.calculate(edition);
        assertThat(calculation.steps())
                .last()
                .extracting(Calculation.Step::formula)
                .isEqualTo("45.00 × 12 = 540.00");
        assertThat(calculation.placeholder()).as("the rate has no source").isTrue();
        assertThat(Case.of(1).certificate("DIBAO").calculate(edition).monthly()).contains(Money.yuan(720));
    }

    @Test
    @DisplayName("the Java lines of the guide are those of this test")
    void javaOfTheGuide() throws IOException {
        String test = Files.readString(
                Path.of("src", "test", "java", "org", "onevisit", "housing", "policy", "pack", "GuideTest.java"));

        assertThat(squeeze(test)).contains(squeeze(snippet("java")));
    }

    @Test
    @DisplayName("the guide names every function, every name and every formula")
    void guideIsComplete() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(RuleNames.functions()).isNotEmpty().allSatisfy(name -> assertThat(guide)
                .contains("`" + name + "("));
        assertThat(RuleNames.names()).isNotEmpty().allSatisfy(name -> assertThat(guide)
                .containsPattern("`(household|member)?\\." + name.substring(name.indexOf('.') + 1) + "`"));
    }

    private static String snippet(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }
}
