package org.onevisit.housing.benchmark.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.onevisit.housing.benchmark.scale.Scale.Point;

/** Look-up and overdue list among ever more applications. */
public final class ScaleSection {
    private static final double MOST = 1.5;
    private final List<Point> points;

    /** About these sizes, from the smallest up. */
    public ScaleSection(List<Point> points) {
        this.points = List.copyOf(points);
    }

    /** What was promised: the largest beside the smallest. */
    public List<Promise> promises() {
        List<Promise> promises = new ArrayList<>();
        promises.add(promise("scale/look-up", "look-up of one application", Point::lookUp));
        promises.add(promise("scale/overdue", "overdue list", Point::overdue));
        return promises;
    }

    private Promise promise(String name, String what, Function<Point, Figure> figure) {
        if (points.size() < 2) {
            return Promise.of(name, what + ", a million stored beside a thousand", false, MOST, List.of());
        }
        Point least = points.get(0);
        Point most = points.get(points.size() - 1);
        Duration few = figure.apply(least).median();
        Duration many = figure.apply(most).median();
        return Promise.of(
                name,
                String.format(Locale.ROOT, "%s, %,d stored beside %,d", what, most.stored(), least.stored()),
                false,
                MOST,
                List.of((double) many.toNanos() / few.toNanos()));
    }

    /** The table. */
    public String text() {
        StringBuilder text = new StringBuilder(
                "| stored | look-up, recorded | progress | first page of the overdue list |\n|---:|---:|---:|---:|\n");
        for (Point point : points) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s |%n",
                    point.stored(),
                    times(point.lookUp()),
                    times(point.progress()),
                    times(point.overdue())));
        }
        return text.append(
                        "\nMedian and longest of the tries, in milliseconds; embedded store; 200 applications are overdue each time.\n")
                .toString();
    }

    private static String times(Figure figure) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f)",
                figure.median().toNanos() / 1e6,
                figure.longest().toNanos() / 1e6);
    }
}
