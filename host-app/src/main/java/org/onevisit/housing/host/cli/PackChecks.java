package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.StreamSupport;
import org.onevisit.housing.host.framework.NestedBundle;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** The checks that a pack inside the host asks for, each with the facts that it wants. */
final class PackChecks {
    private PackChecks() {}

    static Map<String, String[]> of(String pack) {
        NestedBundle bundle = NestedBundle.all().stream()
                .filter(nested -> nested.name().contains("/pack-" + pack + "-"))
                .findFirst()
                .orElseThrow(
                        () -> new HousingException(ErrorCode.NOT_FOUND, "there is no pack " + pack + " in the host"));
        Map<String, String[]> checks = new LinkedHashMap<>();
        text(bundle)
                .path("checks")
                .properties()
                .forEach(check -> checks.put(
                        check.getKey(),
                        StreamSupport.stream(check.getValue().path("supplies").spliterator(), false)
                                .map(JsonNode::asText)
                                .toArray(String[]::new)));
        return checks;
    }

    private static JsonNode text(NestedBundle bundle) {
        try (JarInputStream jar = new JarInputStream(bundle.content().get())) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().equals("pack.yaml")) {
                    return new YAMLMapper().readTree(jar.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new HousingException(ErrorCode.INTERNAL, bundle.name() + " cannot be read", e);
        }
        throw new HousingException(ErrorCode.INTERNAL, bundle.name() + " holds no pack.yaml");
    }
}
