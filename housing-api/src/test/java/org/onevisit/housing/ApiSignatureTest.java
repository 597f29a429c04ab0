package org.onevisit.housing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every change of what others can see of the API shows in the diff of one text file. */
class ApiSignatureTest {
    private static final Path GOLDEN = Path.of("src/test/resources/api-signatures.txt");

    @Test
    @DisplayName("the public signatures are those of api-signatures.txt")
    void signaturesAreTheCommittedOnes() throws Exception {
        List<String> now = Signatures.of(classes());
        if ("update".equals(System.getProperty("housing.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, String.join("\n", now) + "\n", UTF_8);
            return;
        }
        assertTrue(Files.exists(GOLDEN), GOLDEN + " is missing: run with -Dhousing.golden=update and commit it");
        List<String> then = Files.readAllLines(GOLDEN, UTF_8);
        if (!then.equals(now)) {
            fail("the API changed; if that is meant, run with -Dhousing.golden=update and commit the diff:\n"
                    + difference(then, now));
        }
    }

    private static List<Class<?>> classes() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of("target", "classes").toAbsolutePath();
        if (!Files.isDirectory(root)) {
            return List.of(); // nothing compiled: the golden file tells
        }
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .forEach(name -> names.add(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')));
        }
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            classes.add(Class.forName(name, false, ApiSignatureTest.class.getClassLoader()));
        }
        return classes;
    }

    /** Lines gone and lines come, each under the type it belongs to. */
    private static String difference(List<String> then, List<String> now) {
        Set<String> before = withOwner(then);
        Set<String> after = withOwner(now);
        Set<String> lines = new TreeSet<>((a, b) -> {
            int byText = a.substring(2).compareTo(b.substring(2));
            return byText != 0 ? byText : b.compareTo(a);
        });
        before.stream().filter(line -> !after.contains(line)).forEach(line -> lines.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> lines.add("+ " + line));
        return lines.isEmpty() ? "only the order of lines differs" : String.join("\n", lines);
    }

    private static Set<String> withOwner(List<String> lines) {
        Set<String> owned = new LinkedHashSet<>();
        String owner = "";
        for (String line : lines) {
            if (!line.startsWith("  ")) {
                owner = line;
                owned.add(line);
            } else {
                owned.add(owner + " | " + line.strip());
            }
        }
        return owned;
    }
}
