package org.onevisit.housing.host.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final String ERASED_AGAIN =
            "what stands on the list of erasures is erased again when the host starts, before it answers anything";
    private static final String NO_LIST =
            "there is no list of erasures at %s, or it is empty; without it every application"
                    + " that was erased after this backup comes back. Lay the latest erased.list beside the key, or name it with"
                    + " --erased; if nothing was ever erased, say --without-erasures; nothing has been restored";
    private static final String COMES_BACK =
            "restored WITHOUT a list of erasures: an application that was erased after this"
                    + " backup has come back. If any was, put erased.list into the data folder before you start the host";

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

    @Option(
            names = "--erased",
            paramLabel = "FILE",
            description = "The list of what was erased since; erased.list beside the key file if nothing is said.")
    private Optional<Path> erased = Optional.empty();

    @Option(
            names = "--without-erasures",
            description = "Restore without a list: nothing was ever erased, or what was comes back knowingly.")
    private boolean withoutErasures;

    @Override
    public Integer call() throws IOException {
        String wanted = wantedKey();
        if (erased.isPresent() && withoutErasures) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "both --erased and --without-erasures are given; one of them is expected; nothing has been restored");
        }
        erased.filter(list -> !Files.exists(list)).ifPresent(list -> {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "%s is not there; nothing has been restored".formatted(list));
        });
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
        Set<String> erasures = erasures(folder);
        if (erasures.isEmpty() && !withoutErasures) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, NO_LIST.formatted(besideTheKey()));
        }
        folder.create();
        FolderLock lock = FolderLock.take(folder);
        try {
            int count = FolderCopy.copy(source, folder.root());
            AtomicFile.write(folder.keyFile(), Files.readAllBytes(key));
            if (!erasures.isEmpty()) {
                AtomicFile.write(folder.erasures(), (String.join("\n", erasures) + "\n").getBytes(UTF_8));
            }
            Out.of(spec).println("%d files and key %s restored to %s".formatted(count, given, folder.root()));
            Out.of(spec).println(erasures.isEmpty() ? COMES_BACK : ERASED_AGAIN);
        } finally {
            lock.close();
        }
        return Main.DONE;
    }

    /** What the host is to erase again at its start, before it answers anything; empty when there is no list, or none is wanted. */
    private Set<String> erasures(DataFolder folder) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        for (Path list : List.of(folder.erasures(), besideTheKey())) {
            if (Files.exists(list)) {
                lines.addAll(Files.readAllLines(list));
            }
        }
        lines.removeIf(String::isBlank);
        return lines;
    }

    private Path besideTheKey() {
        return erased.orElse(key.toAbsolutePath().resolveSibling(DataFolder.ERASURES));
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
