package org.onevisit.housing.host.trust;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/** The names in one archive: none leads out of it, none stands there twice, on no kind of disk. */
final class EntryNames {
    private static final int LONGEST = 1024;
    private static final int LONGEST_PART = 255;
    private final Set<String> exact = new HashSet<>();
    private final Map<String, String> folded = new HashMap<>();

    /**
     * Adds the next.
     *
     * @throws UnfitJarException when nobody should unpack it
     */
    void add(String name) {
        List<String> parts = Arrays.asList(name.split("[/\\\\]", -1));
        boolean folder = name.endsWith("/");
        if (name.startsWith("/") || name.contains(":") || parts.contains("..")) {
            throw new UnfitJarException("an entry leads out of it: %s".formatted(shown(name)));
        }
        List<String> inner = folder ? parts.subList(0, parts.size() - 1) : parts;
        if (name.contains("\\") || name.matches("(?s).*\\p{Cntrl}.*") || inner.contains("") || inner.contains(".")) {
            throw new UnfitJarException("an entry has a name that no file has: %s".formatted(shown(name)));
        }
        if (name.length() > LONGEST
                || parts.stream().anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART)) {
            throw new UnfitJarException("an entry's name is too long for a file: %s".formatted(shown(name)));
        }
        requireOnce(name, folder);
    }

    private void requireOnce(String name, boolean folder) {
        String bare = folder ? name.substring(0, name.length() - 1) : name;
        if (!exact.add(bare)) {
            throw new UnfitJarException("it holds %s twice: nobody knows which one counts".formatted(shown(name)));
        }
        if (!name.equals(JarFile.MANIFEST_NAME) && name.equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
            throw new UnfitJarException(
                    "its manifest is called %s: %s is expected".formatted(name, JarFile.MANIFEST_NAME));
        }
        if (folder) {
            return; // META-INF/license/ beside META-INF/LICENSE is usual, and no file is hidden by it
        }
        String other =
                folded.put(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), name);
        if (other != null) {
            throw new UnfitJarException("it holds %s and %s, which are one file on some disks: rename one"
                    .formatted(shown(other), shown(name)));
        }
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{C}", "?");
        return plain.length() > LONGEST_PART ? plain.substring(0, LONGEST_PART) + "…" : plain;
    }
}
