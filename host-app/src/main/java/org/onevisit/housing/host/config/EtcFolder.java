package org.onevisit.housing.host.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder with one configuration file per component: {@code <PID>.json}, {@code <PID>~<name>.json}, and the host's own. */
public final class EtcFolder {
    private static final String NAME = "[A-Za-z0-9_.-]+(~[A-Za-z0-9_.-]+)?\\.json";
    private final Path folder;

    /** The files of this folder. */
    public EtcFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all files.
     *
     * @return configuration by PID, in the order of names
     * @throws ConfigException when any is refused, with every mistake of every file
     */
    public Map<String, ConfigFile> read() {
        Map<String, ConfigFile> found = new LinkedHashMap<>();
        List<String> errors = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            try {
                if (!name.matches(NAME)) {
                    errors.add(
                            "%s is no name for configuration: PID.json or PID~name.json is expected".formatted(name));
                    continue;
                }
                ConfigFile read = ConfigFile.read(file);
                found.put(read.pid(), read);
            } catch (ConfigException e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        return found;
    }

    /** Changes whenever a file is added, changed or removed. */
    public Object stamp() {
        Map<String, Object> stamp = new LinkedHashMap<>();
        for (Path file : files()) {
            try {
                stamp.put(file.getFileName().toString(), List.of(Files.getLastModifiedTime(file), Files.size(file)));
            } catch (IOException e) {
                stamp.put(file.getFileName().toString(), "gone");
            }
        }
        return stamp;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigException(List.of("%s cannot be read: %s".formatted(folder, e.getMessage())));
        }
    }
}
