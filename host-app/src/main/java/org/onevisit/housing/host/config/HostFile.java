package org.onevisit.housing.host.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What {@code etc/host.json} says; everything in it may be absent.
 *
 * @param pack the county's pack
 * @param division the county, where it is not the pack's own
 * @param port port on the loopback interface
 * @param trust which modules are taken in; signed ones only, unless it says otherwise
 * @param secondOperator does a second operator confirm the change of a pack? Yes, unless said otherwise
 * @param store where applications are kept
 */
public record HostFile(
        String pack, String division, OptionalInt port, Trust trust, boolean secondOperator, StoreKind store) {
    /** Name under which the host's own configuration is kept. */
    public static final String PID = "host";

    private static final Set<String> KEYS = Set.of("pack", "division", "port", "trust", "secondOperator", "store");
    private static final ConfigFile ABSENT = ConfigFile.given(PID, Map.of());

    /**
     * Reads it from among all configuration.
     *
     * @throws ConfigException with every mistake
     */
    public static HostFile of(Map<String, ConfigFile> all) {
        ConfigFile file = all.getOrDefault(PID, ABSENT);
        List<String> errors = new ArrayList<>();
        file.values().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> errors.add(Nearest.unknown(file.where(key), key, KEYS)));
        long port = number(file, "port", errors);
        String trust = text(file, "trust", errors);
        boolean secondOperator = flag(file, "secondOperator", true, errors);
        if (port > 65_535 || port < -1) {
            errors.add(file.where("port") + ": a port is 0 to 65535");
        }
        if (!trust.isEmpty() && Trust.of(trust).isEmpty()) {
            errors.add(file.where("trust") + ": trust is signed or unsigned");
        }
        String word = text(file, "store", errors);
        StoreKind store = word.isEmpty() ? StoreKind.SQLITE : StoreKind.of(word).orElse(StoreKind.SQLITE);
        if (!word.isEmpty() && !store.word().equals(word)) {
            errors.add(file.where("store") + ": store is sqlite or postgresql");
        }
        Arrays.stream(StoreKind.values())
                .filter(other -> other != store && all.containsKey(other.pid()))
                .forEach(other -> errors.add(
                        "%s: configures a store that is not chosen; set \"store\": \"%s\" in host.json, or take the file away"
                                .formatted(all.getOrDefault(other.pid(), ABSENT).source(), other.word())));
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        return new HostFile(
                text(file, "pack", errors),
                text(file, "division", errors),
                port < 0 ? OptionalInt.empty() : OptionalInt.of((int) port),
                Trust.of(trust).orElse(Trust.SIGNED),
                secondOperator,
                store);
    }

    private static String text(ConfigFile file, String key, List<String> errors) {
        Object value = file.values().getOrDefault(key, "");
        if (value instanceof String text) {
            return text;
        }
        errors.add(file.where(key) + ": " + key + " is a string");
        return "";
    }

    private static boolean flag(ConfigFile file, String key, boolean usual, List<String> errors) {
        if (file.values().getOrDefault(key, usual) instanceof Boolean flag) {
            return flag;
        }
        errors.add(file.where(key) + ": " + key + " is true or false");
        return usual;
    }

    private static long number(ConfigFile file, String key, List<String> errors) {
        Object value = file.values().getOrDefault(key, -1L);
        if (value instanceof Long number) {
            return number;
        }
        errors.add(file.where(key) + ": " + key + " is a whole number");
        return -1;
    }
}
