package org.onevisit.housing.host.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.ConfigFile;
import org.onevisit.housing.host.config.Nearest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.osgi.util.tracker.ServiceTracker;

/** Compares configuration with what the plugin that wants it says about it: names, types, limits. */
public final class SettingsCheck implements AutoCloseable {
    private final BundleContext context;
    private final ServiceTracker<MetaTypeService, MetaTypeService> types;

    /** Begins to look for descriptions. */
    public SettingsCheck(BundleContext context) {
        this.context = context;
        types = new ServiceTracker<>(context, MetaTypeService.class, null);
        types.open();
    }

    /** Every mistake; none where no installed plugin describes the configuration. */
    public List<String> check(ConfigFile file) {
        List<String> errors = new ArrayList<>();
        describe(file.pid()).ifPresent(description -> compare(file, description, errors));
        return errors;
    }

    private static void compare(ConfigFile file, ObjectClassDefinition description, List<String> errors) {
        Map<String, AttributeDefinition> known = new LinkedHashMap<>();
        for (AttributeDefinition one : description.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            known.put(one.getID(), one);
        }
        file.values().forEach((key, value) -> {
            AttributeDefinition definition = known.get(key);
            if (definition == null) {
                if (!key.startsWith("service.")) {
                    errors.add(Nearest.unknown(file.where(key), key, known.keySet()));
                }
            } else {
                mistake(definition, value).ifPresent(what -> errors.add(file.where(key) + ": " + key + " " + what));
            }
        });
        for (AttributeDefinition one : required(description)) {
            if (!file.values().containsKey(one.getID())) {
                errors.add("%s: %s is missing".formatted(file.source(), one.getID()));
            }
        }
    }

    private static List<AttributeDefinition> required(ObjectClassDefinition description) {
        AttributeDefinition @Nullable [] all = description.getAttributeDefinitions(ObjectClassDefinition.REQUIRED);
        return Stream.ofNullable(all)
                .flatMap(Arrays::stream)
                .filter(one -> one.getDefaultValue() == null)
                .toList();
    }

    private static Optional<String> mistake(AttributeDefinition definition, Object value) {
        boolean several = definition.getCardinality() != 0;
        List<Object> values = value instanceof Object[] array ? List.of(array) : List.of(value);
        if (!several && value instanceof Object[]) {
            return Optional.of("takes one value, not an array");
        }
        for (Object one : values) {
            Optional<String> mistake = wrongType(definition, one).or(() -> refused(definition, one));
            if (mistake.isPresent()) {
                return mistake;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrongType(AttributeDefinition definition, Object value) {
        return switch (definition.getType()) {
            case AttributeDefinition.INTEGER, AttributeDefinition.LONG, AttributeDefinition.SHORT ->
                value instanceof Number ? Optional.empty() : Optional.of("is a whole number");
            case AttributeDefinition.BOOLEAN ->
                value instanceof Boolean ? Optional.empty() : Optional.of("is true or false");
            case AttributeDefinition.STRING, AttributeDefinition.PASSWORD ->
                value instanceof String ? Optional.empty() : Optional.of("is a string");
            default -> Optional.empty();
        };
    }

    private static Optional<String> refused(AttributeDefinition definition, Object value) {
        @Nullable String message = definition.validate(value.toString().replace(",", "\\,"));
        return Optional.ofNullable(message).filter(text -> !text.isEmpty()).map("is refused: %s"::formatted);
    }

    private Optional<ObjectClassDefinition> describe(String pid) {
        String plain = pid.indexOf('~') < 0 ? pid : pid.substring(0, pid.indexOf('~'));
        @Nullable MetaTypeService service = types.getService();
        if (service == null) {
            return Optional.empty();
        }
        for (Bundle bundle : context.getBundles()) {
            @Nullable MetaTypeInformation information = service.getMetaTypeInformation(bundle);
            if (information != null && names(information).anyMatch(plain::equals)) {
                return Optional.ofNullable(information.getObjectClassDefinition(plain, null));
            }
        }
        return Optional.empty();
    }

    private static Stream<String> names(MetaTypeInformation information) {
        return Stream.of(information.getPids(), information.getFactoryPids()).flatMap(Arrays::stream);
    }

    @Override
    public void close() {
        types.close();
    }
}
