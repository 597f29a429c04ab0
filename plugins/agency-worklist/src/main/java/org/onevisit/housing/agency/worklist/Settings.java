package org.onevisit.housing.agency.worklist;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.MemberField;

/** Turns a configuration into objects, or says what is wrong with it. */
final class Settings {
    private static final int LONGEST_WORKING_DAYS = 60;

    private Settings() {}

    /** What the check is. */
    static CheckProfile profile(WorklistConfig config) {
        if (config.check() == null || !config.check().matches("[a-z][a-z0-9-]{0,39}")) {
            throw refused("check is missing or misspelt; expected lower-case letters, digits and hyphens");
        }
        CheckProfile profile = CheckProfile.of(config.check())
                .supplies(Arrays.stream(some("supplies", config.supplies()))
                        .map(Settings::fact)
                        .toArray(FactKey[]::new))
                .needs(Arrays.stream(some("needs", config.needs()))
                        .map(Settings::field)
                        .toArray(MemberField[]::new));
        return config.agency().isBlank() ? profile : profile.agency(config.agency());
    }

    /** Within how many working days the officer answers. */
    static int answerWithin(WorklistConfig config) {
        int days = config.answerWithinWorkingDays();
        if (days < 1 || days > LONGEST_WORKING_DAYS) {
            throw refused("answerWithinWorkingDays is " + days + "; expected 1 to " + LONGEST_WORKING_DAYS);
        }
        return days;
    }

    private static String[] some(String what, String @Nullable [] names) {
        if (names == null || names.length == 0) {
            throw refused(what + " is empty; expected at least one name");
        }
        return names;
    }

    private static MemberField field(String text) {
        return Arrays.stream(MemberField.values())
                .filter(field -> field.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        refused("needs names " + text + "; expected some of " + Arrays.toString(MemberField.values())));
    }

    private static FactKey fact(String text) {
        return FactKey.named(text).orElseGet(() -> ownFact(text.split(":", -1)));
    }

    private static FactKey ownFact(String[] parts) {
        int dot = parts[0].indexOf('.');
        if (parts.length != 3 || !parts[0].startsWith("x-") || dot < 0) {
            throw refused("supplies names " + parts[0]
                    + ", which the catalogue does not have; expected a name of docs/facts.md or"
                    + " x-330482.word:TYPE:SUBJECT");
        }
        String word = parts[0].substring(dot + 1);
        try {
            return FactKey.ownKey(
                    Division.of(parts[0].substring(2, dot)),
                    word,
                    word,
                    FactType.valueOf(parts[1]),
                    FactKey.Subject.valueOf(parts[2]));
        } catch (IllegalArgumentException e) {
            throw refused(
                    "supplies names " + parts[0] + "; expected x-330482.word:TYPE:SUBJECT, since " + e.getMessage());
        }
    }

    private static HousingException refused(String what) {
        return new HousingException(
                ErrorCode.REFUSED_MODULE,
                "configuration of an agency's worklist: " + what + "; correct the file etc/" + WorklistConfig.PID
                        + "~<name>.json");
    }
}
