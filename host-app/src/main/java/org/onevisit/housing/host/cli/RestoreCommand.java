package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.FolderLock;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back into an empty data folder. */
@Command(
        name = "restore",
        description = "Put a backup into a data folder that holds no store, together with the key file that it wants.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "DIR", description = "The backup.")
    private Path source = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "The key file, kept apart from the backup.")
    private Path key = Path.of("");

    @Override
    public Integer call() throws IOException {
        String wanted = wantedKey();
        String given = KeyId.of(key)
                .orElseThrow(() -> new HousingException(ErrorCode.BAD_ARGUMENT, "%s is no key file".formatted(key)));
        if (!given.equals(wanted)) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "the backup wants key %s, and %s holds key %s; nothing has been restored"
                            .formatted(wanted, key, given));
        }
        DataFolder folder = data.folder();
        StoreElsewhere.refuse(folder, "restored", "pg_restore");
        requireNoStore(folder);
        folder.create();
        FolderLock lock = FolderLock.take(folder);
        try {
            int count = FolderCopy.copy(source, folder.root());
            AtomicFile.write(folder.keyFile(), Files.readAllBytes(key));
            Out.of(spec).println("%d files and key %s restored to %s".formatted(count, given, folder.root()));
        } finally {
            lock.close();
        }
        return Main.DONE;
    }

    private String wantedKey() throws IOException {
        Path note = source.resolve(BackupCommand.NOTE);
        if (!Files.exists(note)) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "%s is no backup: it holds no %s".formatted(source, BackupCommand.NOTE));
        }
        return new JsonMapper().readTree(note.toFile()).path("key").asText();
    }

    private static void requireNoStore(DataFolder folder) {
        if (Files.exists(folder.storeFile()) || Files.exists(folder.keyFile())) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "%s holds a store or a key already; restore into another folder, or move that one away"
                            .formatted(folder.root()));
        }
    }
}
