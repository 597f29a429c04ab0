package org.onevisit.housing.host.demo.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.onevisit.housing.model.ResidentId;

/** A way to spoil a submission so that it is refused whole. */
enum Malformation {
    /** The check digit of the applicant's number is another. */
    CHECK_DIGIT(json -> {
        ObjectNode identity = (ObjectNode) applicant(json).get("identity");
        String number = identity.get("number").textValue();
        char right = ResidentId.checkDigit(number);
        identity.put("number", number.substring(0, 17) + (right == '7' ? '8' : '7'));
    }),
    /** A field that nobody knows. */
    UNKNOWN_FIELD(json -> json.put("monthlyIncome", "3000")),
    /** A list is a text. */
    WRONG_TYPE(json -> json.put("documents", "ID_CARD")),
    /** The applicant is not there. */
    NO_APPLICANT(json -> json.remove("applicant")),
    /** A signature by nobody. */
    DANGLING_SIGNATURE(json -> ((ObjectNode) ((ArrayNode) json.get("authorisations")).get(0)).put("signedBy", "m99")),
    /** A mobile number that is too short. */
    SHORT_MOBILE(json -> ((ObjectNode) json.get("contact")).put("mobile", "1380000"));

    private final transient Consumer<ObjectNode> spoil;

    Malformation(Consumer<ObjectNode> spoil) {
        this.spoil = spoil;
    }

    void spoil(ObjectNode json) {
        spoil.accept(json);
    }

    private static ObjectNode applicant(ObjectNode json) {
        return (ObjectNode) json.get("household").get("members").get(0);
    }
}
