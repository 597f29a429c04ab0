package org.onevisit.housing.agency.files;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.agency.files.Layout.Result;
import org.onevisit.housing.exchange.Csv;
import org.onevisit.housing.exchange.Encodings;
import org.onevisit.housing.exchange.InTray;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.MemberField;

/** Turns a configuration into objects, or says what is wrong with it. */
final class Settings {
    private static final Map<String, Character> SEPARATORS = Map.of(",", ',', ";", ';', "TAB", '\t');
    private final FilesConfig config;

    Settings(FilesConfig config) {
        this.config = config;
        if (folder("out", config.out()).equals(folder("in", config.in()))) {
            throw refused("out and in are one folder; expected two, or the agency's answers mix with our inquiries");
        }
    }

    /** What the check is. */
    CheckProfile profile() {
        if (config.check() == null || !config.check().matches("[a-z][a-z0-9-]{0,39}")) {
            throw refused("check is missing or misspelt; expected lower-case letters, digits and hyphens");
        }
        CheckProfile profile = CheckProfile.of(config.check())
                .supplies(facts().toArray(FactKey[]::new))
                .needs(listed("needs", config.needs()).map(this::field).toArray(MemberField[]::new))
                .callTimeout(Duration.ofSeconds(range("callTimeoutSeconds", config.callTimeoutSeconds(), 1, 120)));
        return config.agency().isBlank() ? profile : profile.agency(config.agency());
    }

    /** How the agency writes. */
    Layout layout() {
        Map<String, String> columns = columns();
        Map<String, FactKey> facts = new LinkedHashMap<>();
        facts().forEach(fact -> facts.put(columns.getOrDefault(fact.name(), fact.name()), fact));
        Map<Result, Set<String>> results = new EnumMap<>(Result.class);
        results.put(Result.FOUND, Set.of(config.found()));
        results.put(Result.NOTHING, Set.of(config.nothing()));
        results.put(Result.CANNOT, Set.of(config.cannot()));
        long words = results.values().stream().flatMap(Set::stream).distinct().count();
        if (words != results.values().stream().mapToInt(Set::size).sum() || results.containsValue(Set.of())) {
            throw refused("found, nothing and cannot share a word or one is empty; expected different words in each");
        }
        return new Layout(columns, facts, results, days());
    }

    private Map<String, String> columns() {
        Set<String> keys = Stream.of(
                        Stream.of(Layout.INQUIRY, Layout.PERSON, Layout.DUE_BY, Layout.AS_OF, Layout.RESULT),
                        Arrays.stream(config.needs()),
                        facts().stream().map(FactKey::name))
                .flatMap(all -> all)
                .collect(Collectors.toSet());
        Map<String, String> columns = new HashMap<>();
        for (String text : config.columns()) {
            int equals = text.indexOf('=');
            String name = text.substring(equals + 1).strip();
            String key = equals < 1 ? "" : text.substring(0, equals).strip();
            if (!keys.contains(key) || name.isEmpty() || columns.put(key, name) != null) {
                throw refused("columns has \"" + text + "\"; expected KEY=name, each key once, keys among " + keys);
            }
        }
        Set<String> names = new HashSet<>();
        for (String key : keys) {
            if (!names.add(columns.getOrDefault(key, key))) {
                throw refused("columns gives two keys the name of " + key + "; expected a name for each");
            }
        }
        return columns;
    }

    private Days days() {
        try {
            return Days.of(config.dateFormat());
        } catch (IllegalArgumentException e) {
            throw refused("dateFormat is no pattern of a day; expected for example yyyy-MM-dd");
        }
    }

    /** Where inquiries go. */
    Path out() {
        return folder("out", config.out());
    }

    /** Where answers come from. */
    InTray.Settings inTray() {
        boolean marker = "MARKER".equals(config.wholeBy());
        if (!marker && !"QUIET".equals(config.wholeBy())) {
            throw refused("wholeBy is neither QUIET nor MARKER");
        }
        Duration quiet = Duration.ofSeconds(range("quietSeconds", config.quietSeconds(), 0, 3600));
        return new InTray.Settings(config.check(), folder("in", config.in()), Set.of(".csv"), charset(), marker, quiet);
    }

    /** Encoding of all files. */
    Charset charset() {
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

    /** When answers are expected, in working days. */
    int answerWithin() {
        return range("answerWithinWorkingDays", config.answerWithinWorkingDays(), 1, 60);
    }

    private static Path folder(String what, String text) {
        if (text == null || text.isBlank()) {
            throw refused(what + " is missing; expected the path of a folder");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static int range(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(what + " is " + value + "; expected " + least + " to " + most);
        }
        return value;
    }

    private static Stream<String> listed(String what, String[] values) {
        if (values == null || values.length == 0) {
            throw refused(what + " is empty; expected at least one");
        }
        return Arrays.stream(values);
    }

    private MemberField field(String text) {
        return Arrays.stream(MemberField.values())
                .filter(field -> field.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        refused("needs names " + text + "; expected some of " + Arrays.toString(MemberField.values())));
    }

    private List<FactKey> facts() {
        return listed("supplies", config.supplies())
                .map(text -> FactKey.named(text).orElseGet(() -> ownFact(text)))
                .toList();
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
                "configuration of an agency by files: " + what + "; correct the file etc/" + FilesConfig.PID
                        + "~<name>.json");
    }
}
