package org.onevisit.housing.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onevisit.housing.host.fake.FakeSigner;

/** {@code housing trust}: what it prints, what it leaves in the folder, how it ends. */
class TrustCommandTest {
    private static final FakeSigner OFFICE =
            FakeSigner.named("CN=平湖市 Housing Office").make();
    private static final FakeSigner VENDOR = FakeSigner.named("O=X, CN=Vendor")
            .valid(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2021-01-01T00:00:00Z"))
            .make();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    @DisplayName("a certificate is added once, listed, and removed by the beginning of its fingerprint")
    void addsListsRemoves() throws IOException {
        String file = OFFICE.into(folder).toString();
        assertThat(run("add", file)).isZero();
        assertThat(said()).contains("trusted from now on: signer", "CN=平湖市 Housing Office", "until 2099");
        assertThat(run("add", file)).isZero();
        assertThat(said()).contains("nothing has changed");
        assertThat(run("add", VENDOR.into(folder).toString(), "--timestamp")).isZero();
        assertThat(said()).contains("timestamp", "CN=Vendor", "expired");
        try (Stream<Path> files = Files.list(trust())) {
            assertThat(files.map(one -> one.getFileName().toString().replaceFirst("-[0-9a-f]{8}\\.pem", "")))
                    .containsExactlyInAnyOrder("平湖市-housing-office", "timestamp");
        }
        assertThat(run("list", "--json")).isZero();
        JsonNode lines = new JsonMapper().readTree(said());
        assertThat(lines).hasSize(2);
        assertThat(lines.findValuesAsText("purpose")).containsExactly("signer", "timestamp");
        String fingerprint = lines.get(0).path("fingerprint").asText();
        assertThat(fingerprint).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        Files.writeString(trust().resolve("revoked.txt"), fingerprint);
        assertThat(run("list")).isZero();
        assertThat(said()).contains(fingerprint, ", revoked", ", expired");
        assertThat(run("remove", fingerprint.substring(0, 14))).isZero();
        assertThat(said()).contains("no longer trusted", fingerprint);
        assertThat(run("list")).isZero();
        assertThat(said()).contains("CN=Vendor").doesNotContain("平湖市");
    }

    @Test
    @DisplayName("one of several in a file is taken out, the others stay")
    void severalInAFile() throws IOException {
        String both = Files.readString(OFFICE.into(folder)) + Files.readString(VENDOR.into(folder));
        Files.writeString(Files.createDirectories(trust()).resolve("both.crt"), both);
        assertThat(run("list", "--json")).isZero();
        JsonNode lines = new JsonMapper().readTree(said());
        assertThat(run("remove", lines.get(0).path("fingerprint").asText())).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("list")).isZero();
        assertThat(said()).contains(lines.get(1).path("fingerprint").asText()).hasLineCount(1);
    }

    @Test
    @DisplayName(
            "what is no certificate, too weak or unknown is refused with 1, wrong usage with 2; nothing has changed")
    void refuses() throws IOException {
        FakeSigner weak = FakeSigner.named("CN=Weak").key("RSA", 1024).make();
        Path text = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
        assertThat(run("add", text.toString())).isEqualTo(1);
        assertThat(run("add", folder.resolve("absent.pem").toString())).isEqualTo(1);
        assertThat(run("add", weak.into(folder).toString())).isEqualTo(1);
        assertThat(run("remove", "AB:CD:EF:01:23")).isEqualTo(1);
        assertThat(run("remove", "AB")).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "no X.509 certificate",
                        "is too weak",
                        "no certificate has this fingerprint",
                        "8 digits at least");
        assertThat(run("add")).isEqualTo(2);
        assertThat(run("remove")).isEqualTo(2);
        assertThat(run("forget", "x")).isEqualTo(2);
        assertThat(run("list")).isZero();
        assertThat(said()).isEmpty();
        Files.writeString(Files.createDirectories(trust()).resolve("revoked.txt"), "nonsense");
        assertThat(run("list")).isEqualTo(1);
        assertThat(err.toString()).contains("revoked.txt, line 1");
    }

    private Path trust() {
        return folder.resolve("data/etc/trust");
    }

    private String said() {
        String said = out.toString();
        out.getBuffer().setLength(0);
        return said;
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.concat(Stream.of("trust"), Stream.of(arguments)),
                        arguments.length > 0
                                ? Stream.of("--data", folder.resolve("data").toString())
                                : Stream.of())
                .toArray(String[]::new);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
