package org.onevisit.housing.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Csv CSV = new Csv(',');

    private static Table read(String text) throws RefusedFileException {
        return Table.read(text, CSV, List.of("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    @DisplayName("every line end is one, and a cell in quotes may hold any")
    void lineEnds(String end) throws RefusedFileException {
        Table table = read("a,b" + end + "1,\"x" + end + "\"\"y\"\", z\"" + end + end + "2,3");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).get("b")).isEqualTo("x" + end + "\"y\", z");
        assertThat(table.rows().get(1).cells()).containsEntry("a", "2").containsEntry("b", "3");
        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(2, 4);
    }

    @Test
    @DisplayName("a row that cannot be read never takes the next one with it")
    void badRowsStandAlone() throws RefusedFileException {
        Table table = read("a,b\n\"x\"y,1\n2,3\n5\" pipe,4\n6\n7,8,9\n7,8,\n,,\n\u0000,1\n9,\"open\n10,11\n");
        assertThat(table.rows().stream().filter(row -> row.fault().isEmpty()))
                .extracting(Table.Row::number)
                .containsExactly(3, 4, 7);
        assertThat(table.rows().stream().filter(row -> row.fault().isPresent()))
                .extracting(Table.Row::number)
                .containsExactly(2, 5, 6, 9, 10);
        assertThat(table.rows().get(2).get("a")).isEqualTo("5\" pipe");
    }

    @Test
    @DisplayName("what is written is read again, whatever is in it")
    void writtenIsRead() throws RefusedFileException {
        Random random = new Random(7);
        String letters = "ab,;\"'\r\n\t 张三0";
        for (int i = 0; i < 2000; i++) {
            List<String> values = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(n -> random.ints(random.nextInt(8), 0, letters.length())
                            .mapToObj(c -> letters.substring(c, c + 1))
                            .reduce("x", String::concat))
                    .toList();
            String line = CSV.line(values);
            List<String> rows = CSV.rows(line);
            assertThat(rows).as(line).hasSize(1);
            assertThat(CSV.cells(rows.get(0))).as(line).hasValue(values);
            assertThat(CSV.cells(CSV.rows(CSV.exactLine(values)).get(0))).hasValue(values);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1"})
    @DisplayName("what a spreadsheet would take for a formula is written so that it does not")
    void formulas(String formula) {
        assertThat(CSV.line(List.of(formula))).startsWith(formula.startsWith("\r") ? "\"'" : "'");
        assertThat(CSV.line(List.of("330482", "m1-2"))).isEqualTo("330482,m1-2\r\n");
    }

    @Test
    @DisplayName("a header that lacks a column, or has one twice, is refused; so is a file with too many rows")
    void headers() {
        assertThatThrownBy(() -> read("b,c\n1,2\n")).hasMessageContaining("lacks columns: a");
        assertThatThrownBy(() -> read("a,b,a\n1,2,3\n")).hasMessageContaining("column 1");
        assertThatThrownBy(() -> read("\"a,b\n1,2\n")).hasMessageContaining("row 1");
        assertThatThrownBy(() -> read(" \n")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a\n" + "1\n".repeat(Table.MOST_ROWS + 1)))
                .hasMessageContaining("20000");
    }

    @Test
    @DisplayName("a row that is longer than any honest row is not taken")
    void longRows() throws RefusedFileException {
        assertThat(read("a\n" + "x".repeat(20_001) + "\n1\n").rows())
                .extracting(row -> row.fault().isPresent())
                .containsExactly(true, false);
    }

    @Test
    @DisplayName("another separator parts cells, and a comma does not")
    void separators() throws RefusedFileException {
        Table table = Table.read("a;b\n1,5;2\n", new Csv(';'), List.of("a", "b"));
        assertThat(table.rows().get(0).get("a")).isEqualTo("1,5");
        assertThat(new Csv(';').line(List.of("1;5", "1,5"))).isEqualTo("\"1;5\";1,5\r\n");
    }
}
