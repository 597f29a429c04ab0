package org.onevisit.housing.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars in groups, on a logarithmic scale, as SVG: readable in light and dark, without a script. Every bar carries its value as text and
 * its name as a title, so that it does not rest on colour alone.
 */
final class BarChart {
    private static final List<String> COLOURS =
            List.of("#1b6ca8", "#c0504d", "#9bbb59", "#8064a2", "#e0a030", "#4bacc6", "#7f7f7f", "#2c4d75", "#772c2a");
    private static final int WIDTH = 900;
    private static final int LEFT = 70;
    private static final int TOP = 46;
    private static final int HEIGHT = 280;
    private static final int LINE = 18;
    private final String title;
    private final String unit;
    private final List<String> groups;
    private final List<Series> series = new ArrayList<>();

    /** A chart with these groups along its foot. */
    BarChart(String title, String unit, List<String> groups) {
        this.title = title;
        this.unit = unit;
        this.groups = groups;
    }

    /**
     * Bars of one colour, one in each group.
     *
     * @param name of them
     * @param values by group; 0 or less where there is none
     */
    record Series(String name, List<Double> values) {}

    /** Adds bars. */
    BarChart with(String name, List<Double> values) {
        series.add(new Series(name, values));
        return this;
    }

    /** The chart. */
    String svg() {
        StringBuilder svg = new StringBuilder();
        int height = TOP + HEIGHT + 40 + series.size() * LINE + 10;
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n")
                .formatted(WIDTH, height, escaped(title)));
        svg.append("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n".formatted());
        svg.append(text(LEFT, 20, "start", "bold", title)).append(text(LEFT, 38, "start", "normal", unit));
        grid(svg);
        bars(svg);
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private double least() {
        double least = values().filter(value -> value > 0).min().orElse(1);
        return Math.pow(10, Math.floor(Math.log10(least)));
    }

    private double most() {
        double most = values().max().orElse(1);
        return Math.max(least() * 10, Math.pow(10, Math.ceil(Math.log10(most))));
    }

    private java.util.stream.DoubleStream values() {
        return series.stream().flatMap(s -> s.values().stream()).mapToDouble(Double::doubleValue);
    }

    /** Distance of a value from the top. */
    private double y(double value) {
        double share = Math.log10(value / least()) / Math.log10(most() / least());
        return TOP + HEIGHT * (1 - share);
    }

    private void grid(StringBuilder svg) {
        for (double line = least(); line <= most() * 1.001; line *= 10) {
            double y = y(line);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#cccccc\"/>%n",
                    LEFT,
                    y,
                    WIDTH - 10,
                    y));
            svg.append(text(LEFT - 6, y + 4, "end", "normal", number(line)));
        }
    }

    private void bars(StringBuilder svg) {
        double group = (WIDTH - LEFT - 10.0) / groups.size();
        double bar = group * 0.86 / Math.max(1, series.size());
        for (int g = 0; g < groups.size(); g++) {
            double from = LEFT + g * group + group * 0.07;
            svg.append(text(LEFT + (g + 0.5) * group, TOP + HEIGHT + 20, "middle", "normal", groups.get(g)));
            for (int s = 0; s < series.size(); s++) {
                double value = series.get(s).values().get(g);
                if (value > 0) {
                    bar(svg, from + s * bar, bar * 0.9, s, value);
                }
            }
        }
    }

    private void bar(StringBuilder svg, double x, double width, int index, double value) {
        double y = y(value);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s: %s</title></rect>%n",
                x,
                y,
                width,
                Math.max(1, TOP + HEIGHT - y),
                colour(index),
                escaped(series.get(index).name()),
                number(value)));
        svg.append(text(x + width / 2, y - 4, "middle", "normal", number(value)));
    }

    private void legend(StringBuilder svg) {
        for (int s = 0; s < series.size(); s++) {
            int y = TOP + HEIGHT + 40 + s * LINE;
            svg.append(
                    "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>%n".formatted(LEFT, y, colour(s)));
            svg.append(text(LEFT + 18, y + 11, "start", "normal", series.get(s).name()));
        }
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private static String text(double x, double y, String anchor, String weight, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-weight=\"%s\" fill=\"#222222\">%s</text>%n",
                x,
                y,
                anchor,
                weight,
                escaped(text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
