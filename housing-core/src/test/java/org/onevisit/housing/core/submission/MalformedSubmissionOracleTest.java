package org.onevisit.housing.core.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.json.JsonTree;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.core.json.Pointer;
import org.onevisit.housing.core.submission.SubmissionMutator.Mutant;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;

/** The one who planted the faults knows what the reader must say. */
class MalformedSubmissionOracleTest {
    private static final int MUTANTS = 10_500;
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int MOST_SHOWN = 100;

    private final SubmissionReader reader = new SubmissionReader();
    private final SubmissionWriter writer = new SubmissionWriter();
    private final DossierReader dossiers = new DossierReader();

    @Test
    @DisplayName("the reader names exactly the faults that were planted, and accepts what is harmless")
    void exactlyThePlantedFaults() {
        SubmissionMutator mutator = new SubmissionMutator(20261127);
        int harmless = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Mutant mutant = mutator.next();
            harmless += mutant.faults().isEmpty() ? 1 : 0;
            check(i, mutant);
        }
        assertThat(harmless).isGreaterThan(MUTANTS / 5);
        assertThat(mutator.kinds()).hasSizeGreaterThan(50);
        assertThat(mutator.planted().keySet()).as("every kind was planted").containsAll(mutator.kinds());
    }

    private void check(int number, Mutant mutant) {
        try {
            Application application = reader.read(
                    mutant.text(), SubmissionGenerator.NOW, SubmissionGenerator.COUNTY, SubmissionGenerator.RULES);
            assertThat(mutant.faults())
                    .as(() -> "accepted mutant " + number + ": " + mutant.text())
                    .isEmpty();
            if (number % 4 == 0) {
                assertRoundTrip(application);
            }
        } catch (HousingException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_SUBMISSION);
            Set<String> said = refusal.errors().stream()
                    .map(e -> e.pointer() + " " + e.code())
                    .collect(Collectors.toSet());
            assertThat(said).as(() -> "mutant " + number + ": " + mutant.text()).isEqualTo(mutant.faults());
            assertThat(refusal.errors()).as("one error a fault").hasSize(said.size());
            assertInDocumentOrder(mutant.text(), refusal.errors());
            assertSilent(mutant, refusal.errors());
        }
    }

    private void assertRoundTrip(Application application) {
        String text = writer.write(application);
        assertThat(writer.write(reader.read(
                        text, SubmissionGenerator.NOW, SubmissionGenerator.COUNTY, SubmissionGenerator.RULES)))
                .isEqualTo(text);
        assertThat(writer.write(dossiers.read(text))).isEqualTo(text);
    }

    /** A missing field has its place where its object begins. */
    private static void assertInDocumentOrder(String text, List<FieldError> errors) {
        if (errors.size() < 2) {
            return;
        }
        Map<String, Integer> positions = new HashMap<>();
        collect(JsonTree.parse(text), "", positions);
        int last = 0;
        for (FieldError error : errors) {
            boolean missing = error.code() == ErrorCode.MISSING_FIELD
                    || error.code() == ErrorCode.MISSING_GUARDIAN && !positions.containsKey(error.pointer());
            String pointer =
                    missing ? error.pointer().substring(0, error.pointer().lastIndexOf('/')) : error.pointer();
            assertThat(positions).containsKey(pointer);
            int place = positions.get(pointer);
            // of a field that stands twice, the second is the wrong one
            int position = error.code() == ErrorCode.DUPLICATE_FIELD ? Math.max(last, place) : place;
            assertThat(position).as(errors::toString).isGreaterThanOrEqualTo(last);
            last = position;
        }
    }

    private static void collect(JsonValue at, String pointer, Map<String, Integer> positions) {
        positions.putIfAbsent(pointer, at.position());
        at.items().forEach(child -> collect(child, Pointer.child(pointer, child.token()), positions));
        at.fields().values().forEach(child -> collect(child, Pointer.child(pointer, child.token()), positions));
    }

    private static void assertSilent(Mutant mutant, List<FieldError> errors) {
        String rendered =
                errors.stream().limit(MOST_SHOWN).map(FieldError::toString).collect(Collectors.joining());
        assertThat(rendered.getBytes(UTF_8)).hasSizeLessThan(LARGEST_ANSWER);
        assertThat(rendered).doesNotContain(mutant.secrets());
        assertThatCode(() -> errors.forEach(e -> UTF_8.newEncoder().canEncode(e.pointer())))
                .doesNotThrowAnyException();
    }
}
