package org.onevisit.housing.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarChartTest {
    private static List<Element> bars(String svg) throws Exception {
        NodeList titles = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("title");
        List<Element> bars = new ArrayList<>();
        for (int i = 0; i < titles.getLength(); i++) {
            bars.add((Element) titles.item(i).getParentNode());
        }
        return bars;
    }

    private static double height(Element bar) {
        return Double.parseDouble(bar.getAttribute("height"));
    }

    @Test
    @DisplayName("each value above nothing has a bar, ten times as much is one step higher, and names are escaped")
    void bars() throws Exception {
        String svg = new BarChart("a <b> & \"c\"", "per second", List.of("1", "8"))
                .with("ours & theirs", List.of(30.0, 300.0))
                .with("none", List.of(0.0, 3000.0))
                .svg();
        List<Element> bars = bars(svg);
        assertThat(bars).hasSize(3);
        double step = height(bars.get(1)) - height(bars.get(0));
        assertThat(step).isPositive();
        assertThat(height(bars.get(2)) - height(bars.get(1))).isCloseTo(step, org.assertj.core.data.Offset.offset(0.3));
        assertThat(bars.get(0).getTextContent()).isEqualTo("ours & theirs: 30");
    }

    @Test
    @DisplayName("a chart of nothing is still a chart")
    void nothing() throws Exception {
        assertThat(bars(new BarChart("x", "y", List.of("1"))
                        .with("a", List.of(0.0))
                        .svg()))
                .isEmpty();
    }
}
