package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.trust.Certificates;
import org.onevisit.housing.host.trust.Certificates.Line;
import org.onevisit.housing.host.trust.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whose signatures on plugins and packs count; a host that runs sees a change with the next module that is laid in. */
@Command(name = "trust", description = "Whose signatures count: list, add, remove.", mixinStandardHelpOptions = true)
final class TrustCommand {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Command(description = "List the certificates that the county trusts.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print JSON.") boolean json, @Mixin DataOption data)
            throws JsonProcessingException {
        List<Line> lines = certificates(data).list();
        if (json) {
            print(JSON.writeValueAsString(
                    lines.stream().map(TrustCommand::described).toList()));
        } else {
            lines.forEach(line -> print(text(line)));
        }
        return Main.DONE;
    }

    @Command(
            description = "Trust the certificates of a file, and print whom they name.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "FILE", description = "Certificates, in PEM or DER.") Path file,
            @Option(
                            names = "--timestamp",
                            description = "Trust them for the moment of a signature, and for no signature itself.")
                    boolean timestamp,
            @Mixin DataOption data) {
        List<Line> added = certificates(data).add(file, timestamp ? Purpose.TIMESTAMP : Purpose.SIGNER);
        added.forEach(line -> print("trusted from now on: " + text(line)));
        if (added.isEmpty()) {
            print("nothing has changed: all of it was trusted before");
        }
        return Main.DONE;
    }

    @Command(
            description = "Trust a certificate no longer; what it signed is not brought back at the next start.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "FINGERPRINT", description = "SHA-256, or its beginning.") String fingerprint,
            @Mixin DataOption data) {
        print("no longer trusted: " + text(certificates(data).remove(fingerprint)));
        return Main.DONE;
    }

    private static Certificates certificates(DataOption option) {
        DataFolder data = option.folder();
        data.create();
        return new Certificates(data.trust());
    }

    private static String text(Line line) {
        return "%-9s %s  %s  until %s%s"
                .formatted(line.purpose(), line.fingerprint(), line.subject(), line.validUntil(), state(line));
    }

    private static String state(Line line) {
        Instant now = Clock.systemUTC().instant();
        return line.revoked() ? ", revoked" : line.validUntil().isBefore(now) ? ", expired" : "";
    }

    private static Map<String, Object> described(Line line) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("purpose", line.purpose());
        described.put("subject", line.subject());
        described.put("fingerprint", line.fingerprint());
        described.put("validUntil", line.validUntil().toString());
        described.put("revoked", line.revoked());
        described.put("file", line.file().toString());
        return described;
    }

    private void print(String text) {
        Out.of(spec).println(text);
    }
}
