package org.onevisit.housing.policy.pack.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.policy.pack.source.PackError.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML into a tree of values and remembers the line of each. No tags, no anchors; numbers stay decimal. */
final class YamlReader {
    private static final int LONGEST_FILE = 1 << 20;
    private static final int DEEPEST = 20;

    private final PackFile file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    private YamlReader(PackFile file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws PackException if it is no YAML, or not a mapping
     */
    static Layer read(PackFile file) {
        return new YamlReader(file).layer();
    }

    private Layer layer() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_FILE);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        try {
            Node root = new Yaml(options).compose(new StringReader(file.text()));
            if (!(root instanceof MappingNode mapping)) {
                throw failure(1, "", "a pack is a mapping of keys to values", "begin with the line 'pack: NAME'");
            }
            return new Layer(file.name(), mapping("", mapping), lines);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            throw failure(line, "", "YAML: " + e.getProblem(), "mend the line; indent by blanks, quote what is odd");
        } catch (YAMLException e) {
            throw failure(1, "", "YAML of at most a million characters", "leave out what is no text of a pack");
        }
    }

    private JsonNode value(String path, Node node) {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        if (node.getAnchor() != null) {
            throw failure(line(node), path, "no anchors in a pack", "write the value out");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(path, mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = nodes.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(value(Paths.child(path, Integer.toString(array.size())), item));
            }
            return array;
        }
        return scalar(path, (ScalarNode) node);
    }

    private ObjectNode mapping(String path, MappingNode mapping) {
        ObjectNode object = nodes.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)
                    || key.getValue().contains("/")) {
                throw failure(
                        line(tuple.getKeyNode()), path, "a key is a plain word", "take the slash or bracket away");
            }
            String child = Paths.child(path, key.getValue());
            if (object.has(key.getValue())) {
                throw failure(line(key), child, "each key once", "leave one of the two");
            }
            lines.put(child, line(key));
            object.set(key.getValue(), value(child, tuple.getValueNode()));
        }
        return object;
    }

    private JsonNode scalar(String path, ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (Tag.NULL.equals(tag)) {
            return nodes.nullNode();
        }
        if (Tag.BOOL.equals(tag)) {
            return nodes.booleanNode(text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes"));
        }
        if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
            return number(path, node, text);
        }
        if (!Tag.STR.equals(tag) && !Tag.TIMESTAMP.equals(tag)) {
            throw failure(line(node), path, "no tags in a pack", "write the value without '!'");
        }
        return nodes.textNode(text);
    }

    private JsonNode number(String path, ScalarNode node, String text) {
        if (!text.matches("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,10})?")) {
            throw failure(
                    line(node), path, "a decimal number", "write it like 15 or 0.80, or put quotes around a code");
        }
        return text.contains(".") ? DecimalNode.valueOf(new BigDecimal(text)) : nodes.numberNode(Long.parseLong(text));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private PackException failure(int line, String path, String expected, String cure) {
        Origin origin = new Origin(file.name(), "", line);
        return new PackException(List.of(new PackError(Severity.ERROR, origin, path, expected, cure)));
    }
}
