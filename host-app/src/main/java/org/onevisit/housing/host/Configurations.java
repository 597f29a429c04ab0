package org.onevisit.housing.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onevisit.housing.host.config.ConfigException;
import org.onevisit.housing.host.config.ConfigFile;
import org.onevisit.housing.host.config.EtcFolder;
import org.onevisit.housing.host.config.HostFile;
import org.onevisit.housing.host.framework.Settings;
import org.onevisit.housing.host.framework.SettingsCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration of all components: the host's defaults, over them the files, over them what the program gave. Files that change
 * are read again; a bad file is never in force and never dropped without a word.
 */
final class Configurations {
    private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);
    private final EtcFolder etc;
    private final Settings settings;
    private final SettingsCheck check;
    private final Map<String, Map<String, Object>> defaults;
    private final Map<String, Map<String, Object>> program;
    private Map<String, ConfigFile> inForce = Map.of();
    private Object stamp = "";

    Configurations(
            EtcFolder etc,
            Settings settings,
            SettingsCheck check,
            Map<String, Map<String, Object>> defaults,
            Map<String, Map<String, Object>> program) {
        this.etc = etc;
        this.settings = settings;
        this.check = check;
        this.defaults = defaults;
        this.program = program;
    }

    /**
     * Reads everything, compares it with what plugins say about their configuration, and hands it over.
     *
     * @throws ConfigException with every mistake; then nothing has changed
     */
    synchronized void apply() {
        stamp = etc.stamp();
        Map<String, ConfigFile> wanted = merged(etc.read());
        List<String> errors = new ArrayList<>();
        wanted.values().forEach(file -> errors.addAll(check.check(file)));
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        for (String pid : new TreeSet<>(inForce.keySet())) {
            if (!wanted.containsKey(pid)) {
                settings.remove(pid);
                LOG.info("configuration {} taken away", pid);
            }
        }
        wanted.forEach((pid, file) -> settings.put(pid, file.values()));
        inForce = wanted;
    }

    /** What is in force, by PID. */
    synchronized Map<String, Map<String, Object>> inForce() {
        Map<String, Map<String, Object>> values = new TreeMap<>();
        inForce.forEach((pid, file) -> values.put(pid, file.values()));
        return values;
    }

    /** Applies the files again if they have changed; if they are wrong, says so once and leaves what is in force. */
    synchronized void look() {
        if (Objects.equals(stamp, etc.stamp())) {
            return;
        }
        try {
            apply();
            LOG.info("configuration read again");
        } catch (ConfigException e) {
            e.errors().forEach(error -> LOG.error("configuration refused, what was in force stays: {}", error));
        }
    }

    private Map<String, ConfigFile> merged(Map<String, ConfigFile> files) {
        TreeSet<String> pids = new TreeSet<>(defaults.keySet());
        pids.addAll(files.keySet());
        pids.addAll(program.keySet());
        pids.remove(HostFile.PID);
        Map<String, ConfigFile> merged = new TreeMap<>();
        for (String pid : pids) {
            ConfigFile file = files.getOrDefault(pid, ConfigFile.given(pid, Map.of()));
            Map<String, Object> values = new HashMap<>(defaults.getOrDefault(pid, Map.of()));
            values.putAll(file.values());
            values.putAll(program.getOrDefault(pid, Map.of()));
            merged.put(pid, new ConfigFile(pid, file.source(), values, file.places()));
        }
        return merged;
    }
}
