package org.onevisit.housing.host.tray;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.onevisit.housing.host.config.Trust;
import org.onevisit.housing.host.trust.CountyTrust;
import org.onevisit.housing.host.trust.Verdict;

/** How modules stand with the county: what its trust store says of each, and which were not brought back. Safe for every thread. */
final class Standing {
    private final Trust trust;
    private final CountyTrust county;
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final List<HeldBack> heldBack = new CopyOnWriteArrayList<>();

    Standing(Trust trust, CountyTrust county) {
        this.trust = trust;
        this.county = county;
    }

    /** Does the host take what nobody signed? */
    boolean takesUnsigned() {
        return trust == Trust.UNSIGNED;
    }

    /** What the trust store says of a content now. */
    Verdict verify(byte[] content) {
        return county.verify(content);
    }

    /** May something of which the trust store says this be installed? */
    boolean allows(Verdict verdict) {
        return takesUnsigned() || verdict.trusted();
    }

    /** Notes what was said of a content that is installed. */
    void note(String sha256, Verdict verdict) {
        verdicts.put(sha256, verdict);
    }

    /** Forgets what is not installed any more. */
    void keepOnly(Set<String> installed) {
        verdicts.keySet().retainAll(installed);
    }

    /** What was said of a content, in a line; empty where nobody was asked. */
    String text(String sha256) {
        return Optional.ofNullable(verdicts.get(sha256)).map(Verdict::text).orElse("");
    }

    void holdBack(Module module, String reason) {
        heldBack.add(new HeldBack(
                module.name(), module.version(), module.kind().name().toLowerCase(Locale.ROOT), reason));
    }

    /** Something has taken the place of what was held back under this name. */
    void replaced(String name) {
        heldBack.removeIf(held -> held.name().equals(name));
    }

    List<HeldBack> heldBack() {
        return List.copyOf(heldBack);
    }
}
