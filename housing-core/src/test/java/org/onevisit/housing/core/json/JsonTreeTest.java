package org.onevisit.housing.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onevisit.housing.core.json.JsonValue.Type;

class JsonTreeTest {
    @Test
    @DisplayName("each value knows its type, its text and its place")
    void valuesKnowTheirPlace() {
        JsonValue root = JsonTree.parse("{\"a\": [1.50, {\"b/c~\": \"x\"}, null, true]}");
        JsonValue list = root.field("a").orElseThrow();
        assertThat(list.items())
                .extracting(JsonValue::type)
                .containsExactly(Type.NUMBER, Type.OBJECT, Type.NULL, Type.FLAG);
        assertThat(list.items().get(0).text()).isEqualTo("1.50");
        JsonValue deep = list.items().get(1).field("b/c~").orElseThrow();
        assertThat(deep.pointer()).isEqualTo("/a/1/b~1c~0");
        assertThat(deep.text()).isEqualTo("x");
        assertThat(deep).hasToString("TEXT at /a/1/b~1c~0");
        assertThat(deep.position()).isGreaterThan(list.items().get(0).position());
    }

    @Test
    @DisplayName("a repeated field is kept apart, each time")
    void repeatedFields() {
        JsonValue root = JsonTree.parse("{\"a\":1,\"b\":2,\"a\":3,\"\\u0061\":4}");
        assertThat(root.field("a").orElseThrow().text()).isEqualTo("1");
        assertThat(root.repeated()).extracting(JsonValue::text).containsExactly("3", "4");
    }

    @ParameterizedTest
    @DisplayName("what is not JSON by RFC 8259 is refused")
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1,}",
                "[1,]",
                "{'a':1}",
                "{a:1}",
                "// x\n1",
                "NaN",
                "01",
                "+1",
                "\"\t\"",
                "1 2",
                "tru",
                "\"\\x\"",
                "\u0000"
            })
    void notJson(String text) {
        assertThatThrownBy(() -> JsonTree.parse(text)).isInstanceOf(NotJsonException.class);
    }

    @ParameterizedTest
    @DisplayName("the place of the mistake is given by line and column")
    @CsvSource(delimiter = '|', textBlock = """
        '{"a" 1}'        | 1 | 6
        '{\n  "a": x\n}' | 2 | 8
        '[1] ]'          | 1 | 5
        """)
    void placeOfTheMistake(String text, int line, int column) {
        assertThatThrownBy(() -> JsonTree.parse(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(NotJsonException.class, e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isBetween(column - 1, column + 1);
                    assertThat(e.tooDeep()).isFalse();
                });
    }

    @Test
    @DisplayName("64 levels are read, 65 are too deep")
    void depth() {
        assertThat(JsonTree.parse("[".repeat(64) + "]".repeat(64)).type()).isEqualTo(Type.LIST);
        assertThatThrownBy(() -> JsonTree.parse("[".repeat(65) + "]".repeat(65)))
                .isInstanceOfSatisfying(
                        NotJsonException.class, e -> assertThat(e.tooDeep()).isTrue());
    }

    @Test
    @DisplayName("a byte-order mark before the value is passed over; numbers and names may be long")
    void oddities() {
        assertThat(JsonTree.parse("\uFEFF[]").type()).isEqualTo(Type.LIST);
        assertThat(JsonTree.parse("1".repeat(200_000)).type()).isEqualTo(Type.NUMBER);
        assertThat(JsonTree.parse("{\"" + "n".repeat(200_000) + "\":0}").fields())
                .hasSize(1);
    }
}
