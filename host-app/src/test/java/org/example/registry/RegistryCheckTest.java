package org.example.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.testkit.verification.AgencyCheckContract;
import org.onevisit.housing.testkit.verification.Capability;

class RegistryCheckTest extends AgencyCheckContract {
    private static final LocalDate NEXT_DAY = LocalDate.of(2025, 1, 3);

    @TempDir
    Path folder;

    @Override
    protected AgencyCheck subject() {
        return new RegistryCheck(new RegistryFolder(folder));
    }

    @Override
    protected Set<Capability> lacks() {
        return Set.of(Capability.ANSWERS_NOW, Capability.MAY_ANSWER_GARBAGE, Capability.MAY_HANG);
    }

    @Override
    protected void agencyAnswers() {
        try {
            Files.createDirectories(folder.resolve("questions"));
            Files.createDirectories(folder.resolve("answers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void agencyPromises() {} // it always does

    @Override
    protected LocalDate agencyKeepsPromises() {
        agencyLedger().forEach(file -> {
            Path question = folder.resolve("questions").resolve(file);
            try {
                List<String> answer = Files.readAllLines(question, Charset.forName("GB18030")).stream()
                        .map(line -> line.split(";")[0] + ";2025-01-03;1;48.00")
                        .toList();
                Files.write(folder.resolve("answers").resolve(file), answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return NEXT_DAY;
    }

    @Override
    protected void agencyIsDown() {
        try (Stream<Path> files = Files.walk(folder.resolve("questions"))) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<String> agencyLedger() {
        try (Stream<Path> files = Files.list(folder.resolve("questions"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
