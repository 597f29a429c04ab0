package org.onevisit.housing.agency.simulated;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Facts that somebody wrote down: by identity number, or {@code *} for everybody. Keeps no identity number. */
final class Script {
    private static final String EVERYBODY = "*";
    private final Map<Integer, Map<String, String>> byPersona;
    private final Map<String, String> everybody;

    private Script(Map<Integer, Map<String, String>> byPersona, Map<String, String> everybody) {
        this.byPersona = byPersona;
        this.everybody = everybody;
    }

    /** Nothing is written down. */
    static Script none() {
        return new Script(Map.of(), Map.of());
    }

    /**
     * Reads {@code {"<RESIDENT_ID>": {"home.count": "1"}, "*": {…}}}.
     *
     * @throws HousingException REFUSED_MODULE if the file cannot be read, or has another form
     */
    static Script read(Path file, long seed) {
        try {
            Map<String, Map<String, String>> written =
                    new ObjectMapper().readValue(Files.readAllBytes(file), new TypeReference<>() {});
            Map<Integer, Map<String, String>> byPersona = new HashMap<>();
            written.forEach((id, facts) -> byPersona.put(hashOf(id, seed), checked(facts, file)));
            return new Script(byPersona, written.getOrDefault(EVERYBODY, Map.of()));
        } catch (IOException e) {
            // Jackson's message would repeat what it read: an identity number
            throw refused(file, "cannot be read as JSON {\"<identity number>\": {\"<fact>\": \"<value>\"}}");
        }
    }

    /** What is written of this persona, else of everybody. */
    Optional<Fact> fact(FactKey key, Persona persona) {
        String own = byPersona.getOrDefault(persona.hash(), Map.of()).get(key.name());
        String text = own == null ? everybody.get(key.name()) : own;
        return Optional.ofNullable(text).map(value -> Fact.parse(key, value));
    }

    private static int hashOf(String id, long seed) {
        return EVERYBODY.equals(id) ? -1 : Persona.of(seed, id, LocalDate.EPOCH).hash();
    }

    private static Map<String, String> checked(Map<String, String> facts, Path file) {
        facts.forEach((name, value) -> FactKey.named(name).ifPresent(key -> {
            try {
                Fact.parse(key, value);
            } catch (IllegalArgumentException e) {
                throw refused(file, "the value of " + key + " is no " + key.type());
            }
        }));
        return facts;
    }

    private static HousingException refused(Path file, String what) {
        return new HousingException(
                ErrorCode.REFUSED_MODULE, "script " + file.getFileName() + " of a simulated agency: " + what);
    }
}
