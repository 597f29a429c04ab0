package org.onevisit.housing.agency.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
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
    static CheckProfile profile(HttpConfig config) {
        if (config.check() == null || !config.check().matches("[a-z][a-z0-9-]{0,39}")) {
            throw refused("check is missing or misspelt; expected lower-case letters, digits and hyphens");
        }
        if (config.supplies() == null || config.supplies().length == 0) {
            throw refused("supplies is empty; expected the names of the facts that the agency answers");
        }
        if (config.needs() == null || config.needs().length == 0) {
            throw refused("needs is empty; expected the fields to send, for example RESIDENT_ID");
        }
        CheckProfile profile = CheckProfile.of(config.check())
                .supplies(Arrays.stream(config.supplies()).map(Settings::fact).toArray(FactKey[]::new))
                .needs(Arrays.stream(config.needs()).map(Settings::field).toArray(MemberField[]::new))
                .callTimeout(Duration.ofSeconds(range("callTimeoutSeconds", config.callTimeoutSeconds(), 120)))
                .callsAtOnce(range("callsAtOnce", config.callsAtOnce(), 64));
        return config.agency().isBlank() ? profile : profile.agency(config.agency());
    }

    /** Where inquiries go. */
    static URI url(HttpConfig config) {
        String text = config.url() == null ? "" : config.url();
        try {
            URI url = URI.create(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getQuery() == null && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw refused("url is no address; expected http://… or https://…");
        }
        throw refused("url is not usable; expected http://… or https://… with a host, without query or password");
    }

    /** The bearer token, where there is one. */
    static Optional<String> secret(HttpConfig config) {
        if (config.secretFile().isBlank()) {
            return Optional.empty();
        }
        try {
            String secret = Files.readString(Path.of(config.secretFile())).strip();
            if (secret.matches("[\\x21-\\x7e]+")) {
                return Optional.of(secret);
            }
        } catch (IOException e) {
            throw refused(
                    "secretFile " + config.secretFile() + " cannot be read; expected a file with the bearer token");
        }
        throw refused("secretFile " + config.secretFile() + " holds no token; expected visible ASCII characters only");
    }

    private static int range(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw refused(what + " is " + value + "; expected 1 to " + most);
        }
        return value;
    }

    private static MemberField field(String text) {
        return Arrays.stream(MemberField.values())
                .filter(field -> field.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        refused("needs names " + text + "; expected some of " + Arrays.toString(MemberField.values())));
    }

    private static FactKey fact(String text) {
        return FactKey.named(text).orElseGet(() -> ownFact(text));
    }

    private static FactKey ownFact(String text) {
        String[] parts = text.split(":", -1);
        int dot = parts[0].indexOf('.');
        if (parts.length != 3 || !parts[0].startsWith("x-") || dot < 0) {
            throw refused("supplies names " + text
                    + ", which the catalogue does not have; expected a name of docs/facts.md or"
                    + " x-330482.word:TYPE:SUBJECT");
        }
        String word = parts[0].substring(dot + 1);
        try {
            Division division = Division.of(parts[0].substring(2, dot));
            return FactKey.ownKey(division, word, word, FactType.valueOf(parts[1]), FactKey.Subject.valueOf(parts[2]));
        } catch (IllegalArgumentException e) {
            throw refused("supplies names " + text + "; " + e.getMessage());
        }
    }

    private static HousingException refused(String what) {
        return new HousingException(
                ErrorCode.REFUSED_MODULE,
                "configuration of an agency over HTTP: " + what + "; correct the file etc/" + HttpConfig.PID
                        + "~<name>.json");
    }
}
