package org.onevisit.housing.policy.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.policy.pack.source.Merged;
import org.onevisit.housing.policy.pack.source.Origin;
import org.onevisit.housing.policy.pack.source.Paths;

/** Tells of each value of an edition what it is, which layer and line it comes from, and on what legal basis. */
public final class PackExplain {
    private final Merged merged;

    PackExplain(Merged merged) {
        this.merged = merged;
    }

    /**
     * One value.
     *
     * @param path where in the pack
     * @param value as JSON
     * @param origin file, layer and line; line 0 when the edition was restored without its files
     * @param basis legal basis or source, or empty
     */
    public record Explained(String path, String value, Origin origin, String basis) {
        @Override
        public String toString() {
            return "%s = %s  (%s, layer %s)  %s"
                    .formatted(path, value, origin, origin.layer(), basis)
                    .strip();
        }
    }

    /** The value at a path, for example {@code limits/intake}; empty when there is none. */
    public Optional<Explained> explain(String path) {
        JsonNode node = Paths.at(merged.tree(), path);
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Explained(path, node.toString(), merged.origin(path), basis(path)));
    }

    private String basis(String path) {
        for (String p = path; ; p = Paths.parent(p)) {
            JsonNode node = Paths.at(merged.tree(), p);
            for (String key : List.of("basis", "clause", "source")) {
                if (node.path(key).isTextual()) {
                    String text = node.path(key).asText();
                    return key.equals("source") ? sourceText(text) : text;
                }
            }
            if (p.isEmpty()) {
                return "";
            }
        }
    }

    private String sourceText(String code) {
        JsonNode source = merged.tree().path("sources").path(code);
        return source.isTextual() ? code + " " + source.asText() : code;
    }
}
