package org.onevisit.housing.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files: what is taken, and what is said of the rest. */
class EtcFolderTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("a file is a flat object of strings, whole numbers, booleans and arrays of strings")
    void readsFlatObjects() throws IOException {
        write("org.x~one.json", "{\"a\": \"乙\", \"b\": 7, \"c\": true, \"d\": [\"x\", \"y\"]}");
        ConfigFile file = new EtcFolder(folder).read().get("org.x~one");
        assertThat(file.values()).containsEntry("a", "乙").containsEntry("b", 7L).containsEntry("c", true);
        assertThat((String[]) file.values().get("d")).containsExactly("x", "y");
        assertThat(file.where("b")).isEqualTo("org.x~one.json, line 1, column 12");
    }

    @Test
    @DisplayName("every bad file is named, with line and column")
    void namesEveryMistake() throws IOException {
        write("a.json", "{\n  \"x\": 1,\n}");
        write("b.json", "{\"x\": {\"y\": 1}}");
        write("c.json", "{\"x\": 1.5}");
        write("d.json", "{\"x\": 1, \"x\": 2}");
        write("e.json", "[]");
        write("f.json", "{} {}");
        write("bad name.json", "{}");
        assertThatThrownBy(() -> new EtcFolder(folder).read())
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.errors())
                        .hasSize(7)
                        .anyMatch(error -> error.startsWith("a.json, line 3, column 1"))
                        .anyMatch(error -> error.startsWith("b.json, line 1, column 7: a string, a whole number"))
                        .anyMatch(error -> error.startsWith("c.json, line 1, column 7"))
                        .anyMatch(error -> error.startsWith("d.json") && error.contains("Duplicate field"))
                        .anyMatch(error -> error.startsWith("e.json") && error.contains("JSON object"))
                        .anyMatch(error -> error.startsWith("f.json") && error.contains("nothing is expected"))
                        .anyMatch(error -> error.startsWith("bad name.json")));
    }

    @Test
    @DisplayName("host.json knows five settings, and names the one that was meant")
    void hostFile() throws IOException {
        write("host.json", "{\"pack\": \"pinghu\", \"port\": 8080, \"trust\": \"signed\"}");
        Map<String, ConfigFile> all = new EtcFolder(folder).read();
        assertThat(HostFile.of(all))
                .isEqualTo(new HostFile("pinghu", "", OptionalInt.of(8080), Trust.SIGNED, true, StoreKind.SQLITE));
        write("host.json", "{\"pakc\": \"pinghu\", \"port\": 99999, \"trust\": \"all\", \"store\": \"oracle\"}");
        Map<String, ConfigFile> wrong = new EtcFolder(folder).read();
        assertThatThrownBy(() -> HostFile.of(wrong))
                .hasMessageContaining("pakc is not known; is pack meant?")
                .hasMessageContaining("0 to 65535")
                .hasMessageContaining("signed or unsigned")
                .hasMessageContaining("store is sqlite or postgresql");
    }

    @Test
    @DisplayName("a store that is configured and not chosen is refused, so that nobody writes into the wrong one")
    void storeIsChosen() throws IOException {
        write("host.json", "{\"pack\": \"pinghu\"}");
        write("org.onevisit.housing.store.postgresql.json", "{\"url\": \"jdbc:postgresql://db/housing\"}");
        Map<String, ConfigFile> all = new EtcFolder(folder).read();
        assertThatThrownBy(() -> HostFile.of(all))
                .hasMessageContaining("org.onevisit.housing.store.postgresql.json")
                .hasMessageContaining("\"store\": \"postgresql\"");
        write("host.json", "{\"pack\": \"pinghu\", \"store\": \"postgresql\"}");
        assertThat(HostFile.of(new EtcFolder(folder).read()).store()).isEqualTo(StoreKind.POSTGRESQL);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
