package org.onevisit.housing.intake.files;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.onevisit.housing.exchange.Csv;
import org.onevisit.housing.exchange.Encodings;
import org.onevisit.housing.exchange.InTray;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.intake.IntakeChannel.ChannelProfile;

/** Turns a configuration into objects, or says what is wrong with it. */
final class Settings {
    /** Code of the channel. */
    static final String CHANNEL = "intake-files";

    private static final Map<String, Character> SEPARATORS = Map.of(",", ',', ";", ';', "TAB", '\t');
    private final ChannelConfig config;

    Settings(ChannelConfig config) {
        this.config = config;
        if (folder("out", config.out()).equals(folder("in", config.in()))) {
            throw refused("out and in are one folder; expected two, or papers are taken for applications");
        }
    }

    /** Which channel and window this is. */
    ChannelProfile profile() {
        if (config.window() == null || !config.window().matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw refused("window is missing or misspelt; expected lower-case letters, digits and hyphens, 1 to 40");
        }
        return new ChannelProfile(CHANNEL, config.window(), config.text());
    }

    /** The county. */
    Division division() {
        if (config.division() == null || !config.division().matches("\\d{6}")) {
            throw refused("division is no code of a county; expected 6 digits");
        }
        return Division.of(config.division());
    }

    /** Where applications come from. */
    InTray.Settings inTray() {
        boolean marker = "MARKER".equals(config.wholeBy());
        if (!marker && !"QUIET".equals(config.wholeBy())) {
            throw refused("wholeBy is neither QUIET nor MARKER");
        }
        if (config.quietSeconds() < 0 || config.quietSeconds() > 3600) {
            throw refused("quietSeconds is " + config.quietSeconds() + "; expected 0 to 3600");
        }
        return new InTray.Settings(
                CHANNEL + "/" + profile().window(),
                folder("in", config.in()),
                Set.of(".csv", ".json", ".jsonl"),
                charset(),
                marker,
                Duration.ofSeconds(config.quietSeconds()));
    }

    /** Where papers go. */
    Path out() {
        return folder("out", config.out());
    }

    private Charset charset() {
        return Encodings.known().stream()
                .filter(charset -> charset.name().equals(config.charset()))
                .findFirst()
                .orElseThrow(() -> refused("charset is none of " + Encodings.known()));
    }

    /** What stands between cells. */
    Csv csv() {
        Character separator = SEPARATORS.get(config.separator());
        if (separator == null) {
            throw refused("separator is none of , ; TAB");
        }
        return new Csv(separator);
    }

    private static Path folder(String what, String text) {
        if (text == null || text.isBlank()) {
            throw refused(what + " is missing; expected the path of a folder");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static HousingException refused(String what) {
        return new HousingException(
                ErrorCode.REFUSED_MODULE,
                "configuration of an intake by files: " + what + "; correct the file etc/" + ChannelConfig.PID
                        + "~<name>.json");
    }
}
