package org.onevisit.housing.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.FolderLock;

/** The command line: what it does, what it prints, how it ends. */
@Timeout(60)
class MainTest {
    private static final String KEY = "housing-key 0123abcd\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    @DisplayName("wrong usage ends with 2, a refusal with 1, everything else with 0")
    void exitCodes() {
        assertThat(run("no-such-command")).isEqualTo(2);
        assertThat(run("account", "add", "x")).isEqualTo(2);
        assertThat(run("run", "--port", "many")).isEqualTo(2);
        assertThat(run("account", "remove", "nobody", "--data", data())).isEqualTo(1);
        assertThat(err.toString()).contains("refused (HS-0303)");
        assertThat(run("--version")).isZero();
        assertThat(run("account", "list", "--data", data())).isZero();
    }

    @Test
    @DisplayName("an account is added with a one-time password that is printed once, listed without it, and removed")
    void accounts() throws IOException {
        assertThat(run("account", "add", "li-3", "--role", "operator", "--scope", "330482", "--json", "--data", data()))
                .isZero();
        String password = out.toString().replaceAll("(?s).*\"password\":\"([^\"]+)\".*", "$1");
        assertThat(password).hasSizeGreaterThan(20);
        out.getBuffer().setLength(0);
        assertThat(run("account", "list", "--json", "--data", data())).isZero();
        assertThat(out.toString())
                .contains("{\"name\":\"li-3\",\"role\":\"operator\",\"scope\":\"330482\",\"oneTime\":true}")
                .doesNotContain(password);
        assertThat(Files.readString(Path.of(data(), "accounts.json"))).doesNotContain(password);
        assertThat(run("account", "add", "li-3", "--role", "boss", "--scope", "330482", "--data", data()))
                .isEqualTo(1);
        assertThat(run("account", "remove", "li-3", "--data", data())).isZero();
    }

    @Test
    @DisplayName("a backup never holds the key, and goes back only together with the key that it wants")
    void backsUpAndRestores() throws IOException {
        DataFolder data = new DataFolder(Path.of(data()));
        data.create();
        Files.writeString(data.keyFile(), KEY);
        Files.writeString(data.storeFile(), "store");
        Files.writeString(data.etc().resolve("host.json"), "{}");
        Path backup = folder.resolve("备份 one");
        assertThat(run("backup", backup.toString(), "--data", data())).isZero();
        assertThat(out.toString()).contains("NOT among them").contains("0123abcd");
        try (Stream<Path> files = Files.walk(backup)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> backup.relativize(file).toString()))
                    .containsExactlyInAnyOrder("backup.json", "store/housing.db", "etc/host.json");
        }
        Path other = Files.writeString(folder.resolve("other.key"), KEY.replace("0123abcd", "ffffffff"));
        String target = folder.resolve("restored").toString();
        assertThat(run("restore", backup.toString(), "--key", other.toString(), "--data", target))
                .isEqualTo(1);
        assertThat(err.toString()).contains("wants key 0123abcd").contains("holds key ffffffff");
        String key = data.keyFile().toString();
        String[] restore = {"restore", backup.toString(), "--key", key, "--without-erasures", "--data", target};
        assertThat(run(restore)).isZero();
        assertThat(Path.of(target, "store", "housing.db")).hasContent("store");
        assertThat(Path.of(target, "master.key")).hasContent(KEY);
        assertThat(run(restore)).isEqualTo(1);
        assertThat(err.toString()).contains("holds a store or a key already");
    }

    @Test
    @DisplayName("what is in PostgreSQL is neither backed up nor restored by half; the refusal names the tool")
    void noHalfBackup() throws IOException {
        DataFolder data = new DataFolder(Path.of(data()));
        data.create();
        Files.writeString(data.keyFile(), KEY);
        Files.writeString(data.etc().resolve("host.json"), "{\"store\": \"postgresql\"}");
        Path backup = folder.resolve("b");
        assertThat(run("backup", backup.toString(), "--data", data())).isEqualTo(1);
        assertThat(err.toString()).contains("pg_dump").contains("nothing has been done");
        assertThat(backup).doesNotExist();
        Files.createDirectories(backup);
        Files.writeString(backup.resolve("backup.json"), "{\"key\": \"0123abcd\"}");
        String key = data.keyFile().toString();
        assertThat(run("restore", backup.toString(), "--key", key, "--data", data()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("pg_restore");
    }

    @Test
    @DisplayName("while a host has the folder there is no backup")
    void noBackupWhileRunning() throws IOException {
        DataFolder data = new DataFolder(Path.of(data()));
        data.create();
        Files.writeString(data.keyFile(), KEY);
        FolderLock lock = FolderLock.take(data);
        assertThat(run("backup", folder.resolve("b").toString(), "--data", data()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("in use by the host with process id");
        lock.close();
        assertThat(run("backup", folder.resolve("b").toString(), "--data", data()))
                .isZero();
    }

    @Test
    @DisplayName("status says that nothing runs, as text and as JSON")
    void status() {
        assertThat(run("status", "--json", "--data", data())).isEqualTo(1);
        assertThat(out.toString()).contains("\"running\":false").contains("\"ready\":false");
    }

    @Test
    @DisplayName("a host without a pack does not start, and says what to do")
    void runWantsAPack() {
        assertThat(run("run", "--port", "0", "--data", data())).isEqualTo(1);
        assertThat(err.toString()).contains("no pack is given").contains("host.json");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
