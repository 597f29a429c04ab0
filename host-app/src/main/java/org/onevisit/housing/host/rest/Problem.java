package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** A problem as RFC 9457 writes it. */
@JsonPropertyOrder({"type", "title", "status", "code", "blame", "detail", "errors", "more", "incident"})
@Schema(description = "A problem (RFC 9457); no value that was sent is ever repeated in it")
record Problem(
        @Schema(description = "Where the host explains this kind of problem")
        String type,

        @Schema(description = "What went wrong, in the reader's language")
        String title,

        int status,

        @Schema(description = "Code to quote, never used for anything else", example = "HS-0101")
        String code,

        @Schema(description = "Whom to ring: CALLER, MODULE, AGENCY, SITE or CORE")
        String blame,

        String detail,

        @Schema(description = "Every error in the body in document order, at most 100")
        List<Item> errors,

        @Schema(description = "True when there are more errors than are listed")
        Optional<Boolean> more,

        @Schema(description = "Under which the log knows more")
        Optional<String> incident) {
    /** One error in the body. */
    @JsonPropertyOrder({"pointer", "code", "rule", "expected", "message", "cure"})
    @Schema(name = "ProblemItem")
    record Item(
            @Schema(description = "Where (RFC 6901); of a query parameter, ? and its name")
            String pointer,

            String code,

            @Schema(description = "Standard that it breaks, where it has a name")
            Optional<String> rule,

            @Schema(description = "What was expected, where a word can say it")
            Optional<String> expected,

            String message,
            @Schema(description = "What to do") String cure) {}
}
