package org.example.registry;

import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.model.FactKey.HOME_FLOOR_AREA;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;

/** The registry's own protocol: a file for each question, a file for each answer, a line for each person. */
final class RegistryFolder {
    private static final Charset CHARSET = Charset.forName("GB18030");
    private final Path questions;
    private final Path answers;

    RegistryFolder(Path folder) {
        questions = folder.resolve("questions");
        answers = folder.resolve("answers");
    }

    void ask(String ticket, List<String> rows) throws IOException {
        Path part = questions.resolve(ticket + ".part");
        Files.write(part, rows, CHARSET);
        Files.move(part, questions.resolve(ticket + ".csv"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Lines are "person;day;homes;area"; no homes means no entry. A line of another shape is an exception, never a finding. */
    Optional<Finding> answer(String ticket) throws IOException {
        Path file = answers.resolve(ticket + ".csv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, Answer> found = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, CHARSET)) {
            String[] part = line.split(";", -1);
            LocalDate day = LocalDate.parse(part[1]);
            found.put(
                    part[0],
                    part[2].isEmpty()
                            ? Answer.nothingOnRecord(day)
                            : Answer.facts(day)
                                    .put(HOME_COUNT, Integer.parseInt(part[2]))
                                    .put(HOME_FLOOR_AREA, FloorArea.of(part[3])));
        }
        return Optional.of(Finding.of(found));
    }
}
