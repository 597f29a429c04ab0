package org.onevisit.housing.host.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page for readers, and the blocks in it. */
public record Guide(Path file) {
    /** The repository, as seen from this module. */
    public static final Path REPOSITORY = Path.of("..");

    /** A page by its path in the repository. */
    public static Guide of(String path) {
        return new Guide(REPOSITORY.resolve(path));
    }

    /** The whole page. */
    public String text() throws IOException {
        return Files.readString(file);
    }

    /** The fenced blocks of a language, in order. */
    public List<String> blocks(String language) throws IOException {
        return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The one block of a language. */
    public String block(String language) throws IOException {
        List<String> blocks = blocks(language);
        assertThat(blocks).as("%s blocks in %s", language, file).hasSize(1);
        return blocks.get(0);
    }
}
