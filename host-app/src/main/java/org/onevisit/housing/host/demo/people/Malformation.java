package org.onevisit.housing.host.demo.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onevisit.housing.model.ResidentId;

/** A way to spoil a submission so that it is refused whole. */
enum Malformation {
    /** The check digit of the applicant's number is another. */
    CHECK_DIGIT,
    /** A field that nobody knows. */
    UNKNOWN_FIELD,
    /** A list is a text. */
    WRONG_TYPE,
    /** The applicant is not there. */
    NO_APPLICANT,
    /** A signature by nobody. */
    DANGLING_SIGNATURE,
    /** A mobile number that is too short. */
    SHORT_MOBILE;

    void spoil(ObjectNode json) {
        switch (this) {
            case CHECK_DIGIT -> otherCheckDigit((ObjectNode) json.at("/household/members/0/identity"));
            case UNKNOWN_FIELD -> json.put("monthlyIncome", "3000");
            case WRONG_TYPE -> json.put("documents", "ID_CARD");
            case NO_APPLICANT -> json.remove("applicant");
            case DANGLING_SIGNATURE -> ((ObjectNode) json.at("/authorisations/0")).put("signedBy", "m99");
            case SHORT_MOBILE -> ((ObjectNode) json.at("/contact")).put("mobile", "1380000");
        }
    }

    private static void otherCheckDigit(ObjectNode identity) {
        String number = identity.get("number").textValue();
        char right = ResidentId.checkDigit(number);
        identity.put("number", number.substring(0, 17) + (right == '7' ? '8' : '7'));
    }
}
