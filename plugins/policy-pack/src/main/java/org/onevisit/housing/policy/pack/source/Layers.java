package org.onevisit.housing.policy.pack.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.policy.pack.source.PackError.Severity;

/** The layers at hand, and how they stand on one another. Immutable. */
public final class Layers {
    private final Map<PackFile, Layer> layers = new LinkedHashMap<>();
    private final Map<PackFile, PackException> unreadable = new LinkedHashMap<>();

    /** Reads files; one that is no YAML does not spoil the others. */
    public Layers(List<PackFile> files) {
        for (PackFile file : files) {
            try {
                layers.put(file, YamlReader.read(file));
            } catch (PackException e) {
                unreadable.put(file, e);
            }
        }
    }

    /**
     * The layer in a file.
     *
     * @throws PackException if it cannot be read
     */
    public Layer layer(PackFile file) {
        PackException failure = unreadable.get(file);
        if (failure != null) {
            throw failure;
        }
        Layer layer = layers.get(file);
        if (layer == null) {
            throw new IllegalArgumentException("file " + file.name() + " is not among those given");
        }
        return layer;
    }

    /**
     * Merges a file with everything that it extends.
     *
     * @throws PackException if it cannot be read, a layer below is missing, or a lock is broken
     */
    public Merged merged(PackFile file) {
        List<Layer> chain = new ArrayList<>();
        Layer top = layer(file);
        for (Layer layer = top; ; ) {
            if (chain.contains(layer)) {
                throw failure(top, "extends", "no circle of layers", "let '" + layer.id() + "' extend another pack");
            }
            chain.add(0, layer);
            Optional<String> below = layer.below();
            if (below.isEmpty()) {
                return Merge.of(chain);
            }
            Layer current = layer;
            layer = find(below.get())
                    .orElseThrow(() -> failure(
                            current,
                            "extends",
                            "a pack '" + below.get() + "' that is installed",
                            "install it, or extend one of " + names()));
        }
    }

    private Optional<Layer> find(String wanted) {
        return layers.values().stream()
                .filter(layer -> wanted.equals(layer.pack()) || wanted.equals(layer.id()))
                .max(Comparator.comparing(Layer::version, Layers::compareVersions));
    }

    private List<String> names() {
        return layers.values().stream().map(Layer::pack).distinct().sorted().toList();
    }

    private static PackException failure(Layer layer, String path, String expected, String cure) {
        return new PackException(List.of(new PackError(Severity.ERROR, layer.origin(path), path, expected, cure)));
    }

    /** By number where both have a number, so that 2026.10 comes after 2026.9. */
    static int compareVersions(String one, String other) {
        String[] a = one.split("[.-]");
        String[] b = other.split("[.-]");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean numbers = a[i].matches("\\d{1,9}") && b[i].matches("\\d{1,9}");
            int order =
                    numbers ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i])) : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }
}
