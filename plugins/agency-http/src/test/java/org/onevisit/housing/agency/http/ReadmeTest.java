package org.onevisit.housing.agency.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.testkit.verification.KitInquiry;

class ReadmeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("the examples of the README are what is sent and understood")
    void examplesHold() throws IOException {
        List<String> examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(examples).hasSize(4);
        try (FakeAgencyServer agency = new FakeAgencyServer()) {
            HttpCheck check = new HttpCheck(FakeConfig.of(configuration(examples.get(0), agency.url())));
            KitInquiry inquiry = KitInquiry.of(check.profile()).persons(2).build();
            agency.says(200, "application/json", examples.get(2));
            Reply now = check.check(inquiry);
            assertThat(agency.question(inquiry.id())).isEqualTo(JSON.readTree(examples.get(1)));
            assertThat(now).isEqualTo(Reply.now(finding()));
            agency.says(202, "application/json", examples.get(3));
            assertThat(check.check(inquiry)).isEqualTo(Reply.later("2025-4711", LocalDate.of(2025, 1, 9)));
        }
    }

    private static Map<String, Object> configuration(String example, String url) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        JSON.readTree(example).properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            settings.put(
                    entry.getKey(),
                    value.isArray()
                            ? JSON.convertValue(value, String[].class)
                            : JSON.convertValue(value, Object.class));
        });
        settings.put("url", url);
        return settings;
    }

    private static Finding finding() {
        LocalDate asOf = LocalDate.of(2025, 1, 2);
        Map<String, Answer> answers = Map.of(
                "m1",
                Answer.facts(asOf).put(FactKey.HOME_COUNT, 1).put(FactKey.HOME_FLOOR_AREA, FloorArea.of("48.50")),
                "m2",
                Answer.nothingOnRecord(asOf),
                Finding.HOUSEHOLD,
                Answer.cannotAnswer("leases are kept by the housing office"));
        return new Finding(answers, Optional.of(LocalDate.of(2025, 3, 31)));
    }
}
