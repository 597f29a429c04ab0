package org.onevisit.housing.host.tray;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.host.tray.Module.Kind;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder to lay modules into. A file is looked at when it has not changed between two looks, once; the answer is a file beside it,
 * {@code FILE.ok} or {@code FILE.refused}, which also remembers over restarts that it was given.
 */
public final class Tray {
    private static final Logger LOG = LoggerFactory.getLogger(Tray.class);
    private static final String OK = ".ok";
    private static final String REFUSED = ".refused";
    private static final List<String> NOT_MODULES = List.of(OK, REFUSED, ".txt", ".md", ".tmp", ".part");
    private static final long LARGEST = 200L * 1024 * 1024;
    private final Path folder;
    private final Kind kind;
    private final Modules modules;
    private final Map<Path, String> looks = new HashMap<>();
    private final Map<Path, String> answered = new HashMap<>();

    private Tray(Path folder, Kind kind, Modules modules) {
        this.folder = folder;
        this.kind = kind;
        this.modules = modules;
    }

    /** A tray for plugins. */
    public static Tray forPlugins(Path folder, Modules modules) {
        return new Tray(folder, Kind.PLUGIN, modules);
    }

    /** A tray for packs. */
    public static Tray forPacks(Path folder, Modules modules) {
        return new Tray(folder, Kind.PACK, modules);
    }

    /**
     * Looks once: takes in what has not changed since the look before.
     *
     * @return how many files were answered
     */
    public synchronized int look() {
        Map<Path, String> now = new HashMap<>();
        int count = 0;
        for (Path file : files()) {
            String stamp = stamp(file);
            now.put(file, stamp);
            if (stamp.equals(looks.get(file)) && !stamp.equals(answered.get(file)) && !wasAnswered(file, stamp)) {
                answer(file, stamp);
                count++;
            }
        }
        looks.keySet().stream().filter(file -> !now.containsKey(file)).forEach(Tray::forget);
        looks.clear();
        looks.putAll(now);
        answered.keySet().retainAll(now.keySet());
        return count;
    }

    private void answer(Path file, String stamp) {
        answered.put(file, stamp);
        try {
            String text = modules.take(read(file), kind);
            write(file, OK, REFUSED, text + stamp + System.lineSeparator());
        } catch (RefusedException | HousingException e) {
            refuse(file, stamp, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be taken", file, e);
            refuse(file, stamp, "it cannot be taken: " + e);
        }
    }

    private static void refuse(Path file, String stamp, @Nullable String reason) {
        LOG.warn("{} is refused: {}", file, reason);
        write(file, REFUSED, OK, reason + System.lineSeparator() + stamp + System.lineSeparator());
    }

    private ModuleFile read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new RefusedException("it is larger than %d MB".formatted(LARGEST >> 20));
        }
        byte[] content = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return yaml && kind == Kind.PACK ? modules.wrap(content) : modules.read(content);
    }

    private static void write(Path file, String suffix, String other, String text) {
        String name = file.getFileName().toString();
        try {
            Files.deleteIfExists(file.resolveSibling(name + other));
            AtomicFile.write(file.resolveSibling(name + suffix), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.error("the answer to {} cannot be written: {}", file, e.getMessage());
        }
    }

    /** The answer goes with its file; when the file comes again, it is looked at again. */
    private static void forget(Path file) {
        for (String suffix : List.of(OK, REFUSED)) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            } catch (IOException e) {
                LOG.warn("the answer to {} cannot be taken away: {}", file, e.getMessage());
            }
        }
    }

    /** Was it answered before the host started, and has it not changed since? */
    private static boolean wasAnswered(Path file, String stamp) {
        for (String suffix : List.of(OK, REFUSED)) {
            Path answer = file.resolveSibling(file.getFileName() + suffix);
            try {
                if (Files.exists(answer) && Files.readString(answer).contains(stamp)) {
                    return true;
                }
            } catch (IOException e) {
                LOG.warn("{} cannot be read: {}", answer, e.getMessage());
            }
        }
        return false;
    }

    private Set<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(Tray::isModule)
                    .sorted()
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            LOG.error("the tray {} cannot be read: {}", folder, e.getMessage());
            return Set.of();
        }
    }

    private static boolean isModule(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && NOT_MODULES.stream().noneMatch(name::endsWith);
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "file: %d bytes, modified %s".formatted(attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            return "gone";
        }
    }
}
