package org.onevisit.housing.policy.pack;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.policy.pack.source.Layer;
import org.onevisit.housing.policy.pack.source.Layers;
import org.onevisit.housing.policy.pack.source.Merged;
import org.onevisit.housing.policy.pack.source.Origin;
import org.onevisit.housing.policy.pack.source.PackError;
import org.onevisit.housing.policy.pack.source.PackException;
import org.onevisit.housing.policy.pack.source.PackFile;
import org.onevisit.housing.policy.pack.source.PackSchema;
import org.onevisit.housing.policy.pack.source.Problems;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.PolicySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the editions of packs. A pack that is wrong is not offered; the others are. One that becomes wrong only because a layer
 * below it was replaced stays in force as it was.
 *
 * <p>For any thread: readers see the packs as they were after the last change; changes are made one after another.
 *
 * <pre>{@code
 * PackPolicySource source = new PackPolicySource(List.of(PackFile.read(base), PackFile.read(county)));
 * }</pre>
 */
public final class PackPolicySource implements PolicySource {
    private static final Logger LOG = LoggerFactory.getLogger(PackPolicySource.class);

    private static final int KEPT = 64;

    private final PackSchema schema = new PackSchema();
    private final Map<String, PackFile> files = new LinkedHashMap<>();
    private final Map<Key, PackEdition> compiled = new HashMap<>();
    /** The last good reading of each file; it stays in force when a layer below it turns out to be wrong. */
    private final Map<PackFile, Offer> good = new HashMap<>();
    /** Editions that open applications are judged by, whether they are still offered or not, by their hash. */
    private final Cache<String, Edition> known =
            CacheBuilder.newBuilder().maximumSize(KEPT).build();

    private volatile List<Edition> editions = List.of();
    private volatile List<PackState> states = List.of();

    /** Starts with these packs; {@link #states()} tells how they fare. */
    public PackPolicySource(List<PackFile> packs) {
        install(packs);
    }

    /** Adds packs together, or replaces those delivered under the same names. */
    public synchronized void install(List<PackFile> packs) {
        packs.forEach(pack -> files.put(pack.name(), pack));
        load();
    }

    /** Takes a pack out of force for new applications. */
    public synchronized void remove(String name) {
        if (files.remove(name) != null) {
            load();
        }
    }

    /** How each pack fares. */
    public List<PackState> states() {
        return states;
    }

    /**
     * This source, if every pack is in order.
     *
     * @throws PackException with every error of every pack
     */
    public PackPolicySource orThrow() {
        List<PackError> errors = states.stream()
                .filter(state -> state.status() == PackState.Status.INVALID)
                .flatMap(state -> state.errors().stream())
                .toList();
        if (!errors.isEmpty()) {
            throw new PackException(errors);
        }
        return this;
    }

    @Override
    public List<Edition> editions() {
        return editions;
    }

    @Override
    public Edition restore(byte[] content) {
        String sha256 = Hashing.sha256().hashBytes(content).toString();
        Edition edition = known.getIfPresent(sha256);
        if (edition == null) {
            edition = PackEdition.restored(Merged.from(content), schema);
            known.put(sha256, edition);
        }
        return edition;
    }

    private void load() {
        Layers layers = new Layers(List.copyOf(files.values()));
        List<PackState> found = new ArrayList<>();
        Map<Key, PackEdition> offered = new LinkedHashMap<>();
        for (PackFile file : files.values()) {
            found.add(state(file, layers, offered));
        }
        compiled.keySet().retainAll(offered.keySet());
        good.keySet().retainAll(files.values());
        offered.values().forEach(edition -> known.put(edition.id().sha256(), edition));
        found.stream()
                .filter(state -> state.status() == PackState.Status.INVALID && !states.contains(state))
                .forEach(state -> LOG.warn("pack not offered, or as it was before: {}", state));
        states = List.copyOf(found);
        editions = List.copyOf(offered.values());
    }

    private PackState state(PackFile file, Layers layers, Map<Key, PackEdition> offered) {
        try {
            Layer layer = layers.layer(file);
            Merged merged = layers.merged(file);
            if (!layer.isCounty()) {
                Problems problems = new Problems(layer::origin);
                schema.checkLayer(layer.tree(), problems);
                problems.throwIfFatal();
                return new PackState(file.name(), PackState.Status.LAYER, Optional.empty(), problems.all());
            }
            Key key = new Key(new String(merged.content(), StandardCharsets.UTF_8), merged.origins());
            PackEdition edition = compiled.computeIfAbsent(key, k -> PackEdition.of(merged, schema));
            offered.putIfAbsent(key, edition);
            good.put(file, new Offer(key, edition));
            return new PackState(file.name(), PackState.Status.OFFERED, Optional.of(edition.id()), edition.warnings());
        } catch (PackException e) {
            Offer before = good.get(file);
            if (before != null) {
                offered.putIfAbsent(before.key(), before.edition());
            }
            return new PackState(file.name(), PackState.Status.INVALID, Optional.empty(), e.errors());
        }
    }

    /** What makes two readings of a pack the same: every value, and where each stands. */
    private record Key(String content, Map<String, Origin> origins) {}

    private record Offer(Key key, PackEdition edition) {}
}
