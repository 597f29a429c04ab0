package org.onevisit.housing.intake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.explanation.CriterionResult;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.explanation.Judgement;
import org.onevisit.housing.explanation.Met;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.intake.IntakeChannel.Delivery;
import org.onevisit.housing.view.Paper;

class PaperFolderTest {
    @TempDir
    Path folder;

    private static Paper paper(String kind, String item) {
        CriterionResult criterion =
                new CriterionResult("income.limit", "第八条", "收入", "1 ≤ 2", Met.MET, List.of(), false);
        return new Paper(
                ApplicationNumber.of("330482-20261127-000001"),
                kind,
                "330482-20261127-000001-" + kind,
                "收件凭证",
                "测试甲",
                LocalDate.of(2026, 11, 27),
                List.of("段落"),
                List.of(item),
                Optional.of(new Explanation(
                        "pinghu 2026.1", new Judgement("low", "低收入", List.of(criterion)), Optional.empty())),
                List.of(),
                "依据",
                List.of());
    }

    private TreeSet<String> papers() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return new TreeSet<>(files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList());
        }
    }

    @Test
    @DisplayName("a paper lies ready once, as a whole file without a name of anybody")
    void laidOnce() throws IOException {
        Sent sent = new Sent(folder);
        assertThat(sent.channel().deliver(paper("receipt", "查询码：X"))).isEqualTo(Delivery.READY);
        String name = "330482-20261127-000001-receipt-2026-11-27.json";
        assertThat(papers()).containsExactly(name);
        JsonNode read = new JsonMapper().readTree(sent.out().resolve(name).toFile());
        assertThat(read.at("/number").asText()).isEqualTo("330482-20261127-000001");
        assertThat(read.at("/addressee").asText()).isEqualTo("测试甲");
        assertThat(read.at("/dated").asText()).isEqualTo("2026-11-27");
        assertThat(read.at("/items/0").asText()).isEqualTo("查询码：X");
        assertThat(read.at("/explanation/judgement/criteria/0/met").asText()).isEqualTo("MET");
    }

    @Test
    @DisplayName(
            "a paper that was fetched and comes again after a restart is not laid down again; another of that day is")
    void onceOverRestarts() throws IOException {
        Sent sent = new Sent(folder);
        sent.channel().deliver(paper("decision", "一"));
        String name = papers().first();
        Files.delete(sent.out().resolve(name));
        assertThat(sent.channel().deliver(paper("decision", "一"))).isEqualTo(Delivery.READY);
        assertThat(papers()).isEmpty();
        sent.channel().deliver(paper("decision", "二"));
        sent.channel().deliver(paper("decision", "二"));
        sent.channel().deliver(paper("decision", "一"));
        assertThat(papers()).containsExactly(name.replace(".json", "-2.json"));
    }

    @Test
    @DisplayName("a kill between paper and mark: the paper lies there once")
    void killedBeforeTheMark() throws IOException {
        Sent sent = new Sent(folder);
        sent.channel().deliver(paper("receipt", "一"));
        String name = papers().first();
        Files.delete(sent.out().resolve("laid").resolve(name.replace(".json", "")));
        sent.channel().deliver(paper("receipt", "一"));
        assertThat(papers()).containsExactly(name);
    }

    @Test
    @DisplayName("a folder that is away is an error, which names nobody, so that the core tries again")
    void folderAway() throws IOException {
        Sent sent = new Sent(folder);
        Files.delete(sent.out());
        assertThatThrownBy(() -> sent.channel().deliver(paper("receipt", "一")))
                .hasMessageContaining("the folder out")
                .hasMessageNotContaining("330482");
        assertThat(sent.out()).doesNotExist();
    }
}
