package org.onevisit.housing.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** What a header says of its row. */
final class Header {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NEWEST = 3;
    private final JsonNode fields;

    private Header(JsonNode fields) {
        this.fields = fields;
    }

    /** The header in these bytes; empty if they are no JSON object of a version that there is. */
    static Optional<Header> of(byte[] json) {
        try {
            JsonNode fields = JSON.readTree(json);
            return fields != null
                            && fields.isObject()
                            && isKnown(fields.path("v").asInt())
                    ? Optional.of(new Header(fields))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(int version) {
        return version >= 1 && version <= NEWEST;
    }

    /** The rule of its chain; empty if it names none that there is. */
    Optional<ChainRule> rule() {
        return ChainRule.named(text("chain"));
    }

    String text(String field) {
        return fields.path(field).asText();
    }

    long number(String field) {
        return fields.path(field).asLong(-1);
    }
}
