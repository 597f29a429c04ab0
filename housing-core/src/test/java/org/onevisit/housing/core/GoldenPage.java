package org.onevisit.housing.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of {@code docs} that is made from code. With {@code -Dhousing.golden=update} it is written, else compared. */
public final class GoldenPage {
    private static final Path DOCS = Path.of("..", "docs");

    private GoldenPage() {}

    /** The page must read so. */
    public static void mustRead(String name, String text) throws IOException {
        Path page = DOCS.resolve(name);
        if ("update".equals(System.getProperty("housing.golden"))) {
            Files.writeString(page, text, UTF_8);
        }
        assertThat(page).exists();
        assertThat(page)
                .as("docs/" + name + " differs from the code; if that is meant, run with -Dhousing.golden=update")
                .content(UTF_8)
                .isEqualTo(text);
    }
}
