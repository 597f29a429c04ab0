package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.FolderLock;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a data folder whose host is stopped. */
@Command(
        name = "backup",
        description =
                "Copy the store, configuration, accounts and modules of a stopped host. The key file is never copied.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    /** Says which key the backup wants. */
    static final String NOTE = "backup.json";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "DIR", description = "Where to; a folder that is empty or not there.")
    private Path target = Path.of("");

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.folder();
        StoreElsewhere.refuse(folder, "backed up", "pg_dump");
        String key = KeyId.of(folder.keyFile())
                .orElseThrow(() -> new HousingException(
                        ErrorCode.NOT_FOUND,
                        "there is nothing to back up in %s: no key file %s"
                                .formatted(folder.root(), folder.keyFile())));
        requireEmpty(target);
        FolderLock lock = FolderLock.take(folder);
        try {
            Files.createDirectories(target);
            int count = FolderCopy.copy(folder.root(), target);
            Map<String, String> note =
                    Map.of("key", key, "at", Clock.systemUTC().instant().toString());
            AtomicFile.write(target.resolve(NOTE), json().writeValueAsBytes(note));
            report(folder, key, count);
        } finally {
            lock.close();
        }
        return Main.DONE;
    }

    private void report(DataFolder folder, String key, int count) {
        PrintWriter out = Out.of(spec);
        out.println("%d files copied to %s".formatted(count, target.toAbsolutePath()));
        out.println("the key file is NOT among them: keep %s (key %s) somewhere else. Without it no dossier can be read"
                .formatted(folder.keyFile(), key));
        if (Files.exists(folder.erasures())) {
            out.println("nor is %s: keep it beside that key, always the latest; restore erases again what stands on it"
                    .formatted(folder.erasures()));
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new HousingException(
                        ErrorCode.BAD_ARGUMENT,
                        "%s is not empty; a backup goes into a folder of its own".formatted(folder));
            }
        }
    }

    private static JsonMapper json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
