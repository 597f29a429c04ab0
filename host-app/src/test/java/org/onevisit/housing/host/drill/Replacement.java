package org.onevisit.housing.host.drill;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.onevisit.housing.host.fake.Repacked;

/** What is replaced in the drill: each kind in one version after another. */
enum Replacement {
    /** The plugin that asks the police over HTTP, whose answers the drill can hold back. */
    AGENCY_HTTP("agency-http", "plugins", "jar"),
    /** The plugin of the eight other agencies. */
    AGENCY_SIMULATED("agency-simulated", "plugins", "jar"),
    /** The plugin that reads packs. */
    POLICY_PACK("policy-pack", "plugins", "jar"),
    /** The county's pack in a jar. */
    PACK_JAR("pack-pinghu", "packs", "jar"),
    /** The same pack, as a bare text. */
    PACK_TEXT("pack-pinghu", "packs", "yaml");

    private static final int INCOME_LINE = 61_172;
    private final String bundle;
    private final String tray;
    private final String suffix;

    Replacement(String bundle, String tray, String suffix) {
        this.bundle = bundle;
        this.tray = tray;
        this.suffix = suffix;
    }

    String symbolicName() {
        return "org.onevisit.housing." + bundle;
    }

    boolean isPack() {
        return tray.equals("packs");
    }

    /** Where its n-th version is laid, below the data folder. */
    String file(int n) {
        return "%s/%s 第%d版.%s".formatted(tray, bundle, n, suffix);
    }

    /** Its n-th version. */
    byte[] content(int n) {
        return switch (this) {
            case PACK_TEXT -> pack(n).getBytes(StandardCharsets.UTF_8);
            case PACK_JAR -> Repacked.jar(bundle, edition(n), Map.of("pack.yaml", pack(n)));
            default -> Repacked.jar(bundle, version(n));
        };
    }

    /** Version of a plugin. */
    static String version(int n) {
        return "1.0." + n;
    }

    /** What the journal calls the plugin's n-th version. */
    String stamp(int n) {
        return symbolicName() + "@" + version(n);
    }

    /** Edition of the pack; the 0th travels in the host. */
    static String edition(int n) {
        return n == 0 ? "2018.1" : String.format(Locale.ROOT, "2018.1%03d", n);
    }

    /** The income line of an edition as people read it, in which it differs from all others. */
    static String incomeLine(int n) {
        return String.format(Locale.ROOT, "%,d", INCOME_LINE + n);
    }

    private static String pack(int n) {
        return Repacked.text("pack-pinghu", "pack.yaml")
                .replace("edition: \"2018.1\"", "edition: \"" + edition(n) + "\"")
                .replace("value: " + INCOME_LINE, "value: " + (INCOME_LINE + n));
    }
}
