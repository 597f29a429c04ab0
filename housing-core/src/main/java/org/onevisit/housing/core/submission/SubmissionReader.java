package org.onevisit.housing.core.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.onevisit.housing.core.json.JsonTree;
import org.onevisit.housing.core.json.JsonValue;
import org.onevisit.housing.core.json.NotJsonException;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;
import org.onevisit.housing.spi.policy.ProcessRules;

/**
 * Reads a submission strictly: the whole of it is right, or it is refused with everything that is wrong.
 *
 * <p>Each cause gives one error: what rests on a value that is wrong is not judged. No value is ever repeated in an error.
 * Immutable; may be used by several threads.
 */
public final class SubmissionReader {
    /** Larger texts are not looked at, in bytes of UTF-8. */
    public static final int LARGEST = 1024 * 1024;

    /**
     * Reads a submission.
     *
     * @param json what was handed in
     * @param now time of reading; the time of receipt where the submission names none
     * @param county that decides
     * @param rules of the county: which documents it takes
     * @throws HousingException MALFORMED_SUBMISSION with every error in the order of the document; TOO_LARGE
     */
    public Application read(String json, Instant now, Division county, ProcessRules rules) {
        if (json.length() > LARGEST || json.getBytes(UTF_8).length > LARGEST) {
            throw new HousingException(
                    ErrorCode.TOO_LARGE,
                    "the submission is larger than " + LARGEST
                            + " bytes; scanned papers are sent one by one, afterwards");
        }
        JsonValue root;
        try {
            root = JsonTree.parse(json);
        } catch (NotJsonException e) {
            String place = e.line() + ":" + e.column();
            throw malformed(List.of(Faults.error("", e.tooDeep() ? Complaint.TOO_DEEP : Complaint.NOT_JSON, place)));
        }
        if (root.type() != JsonValue.Type.OBJECT) {
            throw malformed(List.of(Faults.error("", Complaint.WRONG_TYPE, "object")));
        }
        Reading reading = new Reading(new Faults(), now, county, rules);
        SubmissionDraft draft = new SubmissionDraft(root, reading);
        if (!reading.faults().isEmpty()) {
            throw malformed(reading.faults().inOrder());
        }
        return draft.build();
    }

    private static HousingException malformed(List<FieldError> errors) {
        return new HousingException(
                ErrorCode.MALFORMED_SUBMISSION,
                "the submission has " + errors.size() + (errors.size() == 1 ? " error" : " errors")
                        + ", the first at \"" + errors.get(0).pointer()
                        + "\"; nothing was stored: correct everything listed and send it again",
                errors);
    }
}
