package org.onevisit.housing.host.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.bucket4j.TimeMeter;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.model.Application;

/** Describes the resources as OpenAPI 3.1, always with the same bytes. */
final class Description {
    private static final Set<String> OPEN = Set.of("signIn", "progress", "notices", "object", "description");

    private Description() {}

    static String json() {
        ModelConverters models = ModelConverters.getInstance(true);
        ModelConverter views = new ModelResolver(ApiJson.mapper().copy()).openapi31(true);
        ModelConverter written = new AsWritten();
        models.addConverter(views);
        models.addConverter(written);
        try {
            OpenAPI api = new Reader(new SwaggerConfiguration().openAPI(base()).openAPI31(true)).read(resources());
            api.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> {
                answer(operation.getResponses());
                if (OPEN.contains(operation.getOperationId())) {
                    operation.setSecurity(List.of());
                }
            }));
            models.readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            return text(api);
        } finally {
            models.removeConverter(written);
            models.removeConverter(views);
        }
    }

    private static String text(OpenAPI api) {
        try {
            ObjectMapper mapper = Json31.mapper().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
            return mapper.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(api)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Class<?>> resources() {
        return RestResources.resources(new FakeSite(true), new Limits(TimeMeter.SYSTEM_NANOTIME)).stream()
                .map(Object::getClass)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static OpenAPI base() {
        return new OpenAPI()
                .info(new Info()
                        .title("OneVisit Housing")
                        .version("1")
                        .description(
                                "Housing-security approval: one dossier, four stages. docs/rest.md tells how to use it.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/api/v1")))
                .components(new Components()
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token that POST /sessions gives")))
                .security(List.of(new SecurityRequirement().addList("session")));
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("Refused or failed")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    /** What the return type tells is the answer when all goes well; anything else is a problem. */
    private static void answer(ApiResponses responses) {
        ApiResponse answer = responses.remove("default");
        if (answer != null) {
            responses.addApiResponse("200", answer.description("Done"));
        }
        responses.addApiResponse("default", problem());
    }

    /** A dossier is described in the form in which it is written, a month as text, and what is never left out as required. */
    private static final class AsWritten implements ModelConverter {
        @Override
        public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Class<?> raw = ApiJson.mapper().constructType(type.getType()).getRawClass();
            if (raw == Application.class) {
                return context.resolve(new AnnotatedType(Dossier.class).resolveAsRef(true));
            }
            if (raw == YearMonth.class) {
                return new JsonSchema().typesItem("string").pattern("\\d{4}-\\d{2}");
            }
            Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            if (raw.isRecord() && schema != null) {
                require(schema, raw, context);
            }
            return schema;
        }

        private static void require(Schema<?> schema, Class<?> raw, ModelConverterContext context) {
            String ref = schema.get$ref();
            Schema<?> named =
                    ref == null ? schema : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
            if (named != null && named.getProperties() != null) {
                List<String> required = new ArrayList<>(always(raw));
                required.retainAll(named.getProperties().keySet());
                named.setRequired(required);
            }
        }

        private static boolean mayBeLeftOut(RecordComponent part) {
            var schema = part.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
            return schema != null && schema.requiredMode() == RequiredMode.NOT_REQUIRED;
        }

        private static List<String> always(Class<?> raw) {
            return Arrays.stream(raw.getRecordComponents())
                    .filter(part -> part.getType() != Optional.class && !mayBeLeftOut(part))
                    .flatMap(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                            ? always(part.getType()).stream()
                            : Stream.of(part.getName()))
                    .toList();
        }
    }
}
