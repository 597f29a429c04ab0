package org.onevisit.housing.host.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * What lies where in a host's data folder. Everything that the host writes is in it.
 *
 * @param root the folder, absolute
 */
public record DataFolder(Path root) {
    /** Name of the list of what was erased. */
    public static final String ERASURES = "erased.list";

    /** Makes the path absolute. */
    public DataFolder {
        root = requireNonNull(root, "root").toAbsolutePath().normalize();
    }

    /** Creates the folders that are not there; writes no file. */
    public void create() {
        try {
            for (Path folder : List.of(etc(), plugins(), packs(), logs(), store(), nativeParts(), modules(), plans())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "the data folder %s cannot be written: %s; give the host a folder that it may write"
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /** Configuration, one file per component. */
    public Path etc() {
        return root.resolve("etc");
    }

    /** Whom the county trusts: certificates of those who may sign modules. */
    public Path trust() {
        return etc().resolve("trust");
    }

    /** In-tray for plugins. */
    public Path plugins() {
        return root.resolve("plugins");
    }

    /** In-tray for packs. */
    public Path packs() {
        return root.resolve("packs");
    }

    /** Logs. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** What the store writes. */
    public Path store() {
        return root.resolve("store");
    }

    /** The embedded store's file. */
    public Path storeFile() {
        return store().resolve("housing.db");
    }

    /** The master key; never in a backup. */
    public Path keyFile() {
        return root.resolve("master.key");
    }

    /** What was erased, beside the key; never in a backup, which it outlives. */
    public Path erasures() {
        return keyFile().resolveSibling(ERASURES);
    }

    /** Native libraries, unpacked. */
    public Path nativeParts() {
        return root.resolve("native");
    }

    /** The framework's own copies; can be thrown away while no host runs. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Copies of what came in through the trays, by content. */
    public Path modules() {
        return root.resolve("modules");
    }

    /** Which of the copies are installed. */
    public Path moduleList() {
        return root.resolve("modules.json");
    }

    /** Plans of changes and their records, a folder each. */
    public Path plans() {
        return root.resolve("plans");
    }

    /** Which plugins are being called, kept by the core; read after the host has run out of memory. */
    public Path calls() {
        return root.resolve("calls.now");
    }

    /** Plugins that are disabled because the host ran out of memory while it called them. */
    public Path crash() {
        return root.resolve("crash.json");
    }

    /** Accounts. */
    public Path accounts() {
        return root.resolve("accounts.json");
    }

    /** Key of the command line, while a host runs. */
    public Path consoleKey() {
        return root.resolve("console.key");
    }

    /** Where the host that runs listens. */
    public Path address() {
        return root.resolve("housing.url");
    }

    /** How far the clock of a demo is ahead. */
    public Path demoClock() {
        return root.resolve("demo-clock.json");
    }
}
