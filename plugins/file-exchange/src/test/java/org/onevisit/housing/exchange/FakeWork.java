package org.onevisit.housing.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Writes down what it was told to do; a piece for each row. It can be killed at a call, or fail on rows. */
final class FakeWork implements Work<String> {
    final Set<String> effects = new TreeSet<>();
    final List<String> calls = new ArrayList<>();
    IntPredicate killBefore = call -> false;
    IntPredicate killAfter = call -> false;
    IntPredicate failsOn = row -> false;

    /** The process is killed here. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public List<String> columns() {
        return List.of("outcome", "text");
    }

    @Override
    public List<Piece<String>> read(String ending, String text) throws RefusedFileException {
        return Table.read(text, new Csv(','), List.of("a")).rows().stream()
                .map(row -> new Piece<>(row.number(), row.number() + ":" + row.get("a")))
                .toList();
    }

    @Override
    public List<Line> perform(String content) {
        calls.add(content);
        if (killBefore.test(calls.size())) {
            throw new Kill();
        }
        int row = Integer.parseInt(content.substring(0, content.indexOf(':')));
        if (failsOn.test(row)) {
            throw new IllegalStateException(content);
        }
        boolean news = effects.add(content);
        if (killAfter.test(calls.size())) {
            throw new Kill();
        }
        return List.of(new Line(row, List.of(news ? "NEW" : "AGAIN", "=文本, \"" + row + "\"\nx")));
    }
}
