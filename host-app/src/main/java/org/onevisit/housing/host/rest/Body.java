package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;

/** The body of a request: bounded, UTF-8, and where it is an action, strict JSON. */
final class Body {
    /** Largest JSON body. */
    static final int JSON_LIMIT = 1 << 20;

    /** Largest paper. */
    static final int PAPER_LIMIT = 10 << 20;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Body() {}

    /** Reads everything; TOO_LARGE as soon as it is more than the limit. */
    static byte[] bytes(InputStream in, int limit) {
        try {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new HousingException(
                        ErrorCode.TOO_LARGE,
                        "the body is larger than " + (limit >> 10) + " KiB; send less, one paper a request");
            }
            return bytes;
        } catch (IOException e) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "the body broke off; send it whole", e);
        }
    }

    /** Reads a JSON text, without a byte order mark. */
    static String text(InputStream in) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(in, JSON_LIMIT)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(ErrorCode.NOT_JSON, FieldErrors.of("", ErrorCode.NOT_JSON, "encoding", "UTF-8"));
        }
    }

    /**
     * Reads the object in a body strictly.
     *
     * @param in the body; nothing counts as an empty object
     * @param reading takes the fields that it knows
     * @throws HousingException NOT_JSON with line and column, or BAD_ARGUMENT with every error in document order
     */
    static <T> T read(InputStream in, Function<Fields, T> reading) {
        JsonNode tree = tree(text(in));
        ErrorList errors = new ErrorList(tree);
        T value = Fields.read(tree, JsonPointer.empty(), errors, reading);
        errors.throwIfAny(ErrorCode.BAD_ARGUMENT);
        return value;
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode tree = STRICT.readTree(text);
            return tree instanceof MissingNode ? STRICT.createObjectNode() : tree;
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private static HousingException notJson(JsonProcessingException e) {
        if (e.getProcessor() instanceof JsonParser parser
                && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            return refused(ErrorCode.BAD_ARGUMENT, FieldErrors.of(pointer, ErrorCode.DUPLICATE_FIELD));
        }
        JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return refused(
                ErrorCode.NOT_JSON,
                FieldErrors.of(
                        "",
                        ErrorCode.NOT_JSON,
                        "place",
                        "JSON",
                        String.valueOf(at.getLineNr()),
                        String.valueOf(at.getColumnNr())));
    }

    private static HousingException refused(ErrorCode code, FieldError error) {
        return new HousingException(code, error.messageEn(), List.of(error));
    }
}
