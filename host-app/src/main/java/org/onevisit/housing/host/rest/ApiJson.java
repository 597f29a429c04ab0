package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FloorArea;
import org.onevisit.housing.model.Money;
import org.onevisit.housing.model.ResidentId;

/**
 * How the API's values look in JSON: records as objects, what is absent left out, numbers and divisions as text, amounts as yuan
 * with two decimals, areas as square metres with two decimals, facts by name, days and moments as ISO 8601.
 */
final class ApiJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .addMixIn(ApplicationNumber.class, AsText.class)
            .addMixIn(Division.class, AsText.class)
            .addMixIn(Money.class, AsText.class)
            .addMixIn(FloorArea.class, AsText.class)
            .addMixIn(FactKey.class, AsText.class)
            .addMixIn(ResidentId.class, AsText.class)
            .addMixIn(Application.class, AsDossier.class)
            .build();

    private ApiJson() {}

    /** The mapper; shared, never changed. */
    static JsonMapper mapper() {
        return MAPPER;
    }

    /** Written as its {@code toString()}, which for an identity number shows nothing. */
    interface AsText {
        @Override
        @JsonValue
        String toString();
    }

    /** Written in the form in which it is submitted. */
    @JsonSerialize(converter = ToDossier.class)
    interface AsDossier {}

    /** From the value to its form. */
    static final class ToDossier extends StdConverter<Application, Dossier> {
        @Override
        public Dossier convert(Application application) {
            return Dossier.of(application);
        }
    }
}
