package org.onevisit.housing.agency.simulated;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.onevisit.housing.agency.simulated.Behaviour.Late;
import org.onevisit.housing.agency.simulated.Behaviour.Shares;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.MemberField;

/** Turns a configuration into objects, or says what is wrong with it. */
final class Settings {
    private Settings() {}

    /** What the check is. */
    static CheckProfile profile(SimulatedConfig config) {
        range("callTimeoutSeconds", config.callTimeoutSeconds(), 1, 120);
        range("callsAtOnce", config.callsAtOnce(), 1, 64);
        if (config.supplies() == null || config.supplies().length == 0) {
            throw refused("supplies is empty; expected the names of the facts that the agency answers");
        }
        if (config.check() == null || !config.check().matches("[a-z][a-z0-9-]{0,39}")) {
            throw refused("check is missing or misspelt; expected lower-case letters, digits and hyphens");
        }
        range("the number of supplies", config.supplies().length, 1, Long.SIZE);
        CheckProfile profile = CheckProfile.of(config.check())
                .supplies(Arrays.stream(config.supplies()).map(Settings::fact).toArray(FactKey[]::new))
                .needs(MemberField.RESIDENT_ID)
                .callTimeout(Duration.ofSeconds(config.callTimeoutSeconds()))
                .callsAtOnce(config.callsAtOnce());
        return config.agency().isBlank() ? profile : profile.agency(config.agency());
    }

    /** How the agency behaves. */
    static Behaviour behaviour(SimulatedConfig config) {
        return new Behaviour(
                config.seed(),
                new Shares(
                        config.latePercent(),
                        config.silentPercent(),
                        config.unreachablePercent(),
                        config.cannotAnswerPercent(),
                        config.nothingOnRecordPercent()),
                new Late(config.lateWorkingDaysMin(), config.lateWorkingDaysMax()),
                config.unreachableCalls(),
                config.delayMillis());
    }

    /** What is known of people. */
    static SimulatedFacts facts(SimulatedConfig config) {
        range("deadPerMille", config.deadPerMille(), 0, 1000);
        Script script =
                config.script().isBlank() ? Script.none() : Script.read(Path.of(config.script()), config.seed());
        return new SimulatedFacts(
                config.deadPerMille(), Division.of(config.registerDivision()).code(), script);
    }

    /** Refuses a number outside its limits. */
    static void range(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(what + " is " + value + "; expected " + least + " to " + most);
        }
    }

    /** A fact of the catalogue by its name, or a county's own as {@code x-330482.word:TYPE:SUBJECT}. */
    static FactKey fact(String text) {
        Optional<FactKey> known = FactKey.named(text);
        return known.orElseGet(() -> ownFact(text));
    }

    private static FactKey ownFact(String text) {
        try {
            String[] parts = text.split(":", -1);
            int dot = parts[0].indexOf('.');
            if (parts.length == 3 && dot > 2 && parts[0].startsWith("x-")) {
                String word = parts[0].substring(dot + 1);
                return FactKey.ownKey(
                        Division.of(parts[0].substring(2, dot)),
                        word,
                        word,
                        FactType.valueOf(parts[1]),
                        FactKey.Subject.valueOf(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw refused("supplies names " + text + "; " + e.getMessage());
        }
        throw refused(
                "supplies names " + text
                        + ", which the catalogue does not have; expected a name of docs/facts.md or x-330482.word:TYPE:SUBJECT");
    }

    private static HousingException refused(String what) {
        return new HousingException(
                ErrorCode.REFUSED_MODULE,
                "configuration of a simulated agency: " + what + "; correct the file etc/" + SimulatedConfig.PID
                        + "~<name>.json");
    }
}
