package org.onevisit.housing.core.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Fact;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.FactType;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.spi.verification.Answer;

/** How the model's values stand in JSON: one text for each, dossiers by their parts, answers by kind. */
final class ModelModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ModelModule() {
        text(ResidentId.class, ResidentId::number, ResidentId::parse);
        text(Division.class, Division::code, Division::of);
        text(ApplicationNumber.class, ApplicationNumber::value, ApplicationNumber::of);
        text(FactKey.class, ModelModule::keyText, ModelModule::key);
        addSerializer(Answer.class, new AnswerWriter());
        addDeserializer(Answer.class, new AnswerReader());
        addSerializer(Application.class, new StdDelegatingSerializer(Application.class, new Apart()));
        addDeserializer(Application.class, new StdDelegatingDeserializer<>(new Together()));
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new StdDelegatingSerializer(type, converter(write)));
        addDeserializer(type, new TextReader<>(type, read));
    }

    private static <A, B> StdConverter<A, B> converter(Function<A, B> function) {
        return new StdConverter<>() {
            @Override
            public B convert(A value) {
                return function.apply(value);
            }

            @Override
            public com.fasterxml.jackson.databind.JavaType getOutputType(
                    com.fasterxml.jackson.databind.type.TypeFactory factory) {
                return factory.constructType(String.class);
            }
        };
    }

    private static String keyText(FactKey key) {
        return FactKey.named(key.name()).isPresent()
                ? key.name()
                : String.join(
                        "|",
                        key.name(),
                        key.chinese(),
                        key.type().name(),
                        key.subject().name());
    }

    private static FactKey key(String text) {
        if (!text.contains("|")) {
            return FactKey.named(text).orElseThrow(() -> new IllegalArgumentException("unknown fact " + text));
        }
        String[] parts = text.split("\\|", 4);
        String[] name = parts[0].split("\\.", 2);
        return FactKey.ownKey(
                Division.of(name[0].substring(2)),
                name[1],
                parts[1],
                FactType.valueOf(parts[2]),
                FactKey.Subject.valueOf(parts[3]));
    }

    private static final class TextReader<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> read;

        TextReader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read.apply(parser.getText());
        }
    }

    private static final class AnswerWriter extends StdSerializer<Answer> {
        private static final long serialVersionUID = 1L;

        AnswerWriter() {
            super(Answer.class);
        }

        @Override
        public void serialize(Answer answer, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            if (answer instanceof Answer.Facts facts) {
                out.writeStringField("asOf", facts.asOf().toString());
                out.writeObjectFieldStart("facts");
                for (Fact fact : facts.facts().values()) {
                    out.writeStringField(keyText(fact.key()), fact.text());
                }
                out.writeEndObject();
            } else if (answer instanceof Answer.NothingOnRecord nothing) {
                out.writeStringField("nothingOnRecord", nothing.asOf().toString());
            } else if (answer instanceof Answer.CannotAnswer cannot) {
                out.writeStringField("cannotAnswer", cannot.reason());
            }
            out.writeEndObject();
        }
    }

    private static final class AnswerReader extends StdDeserializer<Answer> {
        private static final long serialVersionUID = 1L;

        AnswerReader() {
            super(Answer.class);
        }

        @Override
        public Answer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            if (node.has("nothingOnRecord")) {
                return Answer.nothingOnRecord(
                        LocalDate.parse(node.get("nothingOnRecord").asText()));
            }
            if (node.has("cannotAnswer")) {
                return Answer.cannotAnswer(node.get("cannotAnswer").asText());
            }
            Map<FactKey, Fact> facts = new LinkedHashMap<>();
            node.get("facts").properties().forEach(field -> {
                FactKey key = key(field.getKey());
                facts.put(key, Fact.parse(key, field.getValue().asText()));
            });
            return new Answer.Facts(LocalDate.parse(node.get("asOf").asText()), facts);
        }
    }

    /** A dossier by its parts. */
    record Parts(
            Application.Programme programme,
            Assistance assistance,
            Division division,
            Intake intake,
            String applicant,
            Contact contact,
            Household household,
            List<Document> documents,
            List<Authorisation> authorisations) {}

    private static final class Apart extends StdConverter<Application, Parts> {
        @Override
        public Parts convert(Application a) {
            return new Parts(
                    a.programme(),
                    a.assistance(),
                    a.division(),
                    a.intake(),
                    a.applicant(),
                    a.contact(),
                    a.household(),
                    a.documents(),
                    a.authorisations());
        }
    }

    private static final class Together extends StdConverter<Parts, Application> {
        @Override
        public Application convert(Parts p) {
            return Application.builder()
                    .programme(p.programme())
                    .assistance(p.assistance())
                    .division(p.division())
                    .intake(p.intake())
                    .applicant(p.applicant())
                    .contact(p.contact())
                    .household(p.household())
                    .documents(p.documents())
                    .authorisations(p.authorisations())
                    .build();
        }
    }
}
