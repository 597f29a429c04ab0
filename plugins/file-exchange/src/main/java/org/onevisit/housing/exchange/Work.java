package org.onevisit.housing.exchange;

import java.util.List;

/**
 * What is to be done with the files of an in-tray. Called on one thread at a time.
 *
 * @param <T> what one piece of work is about
 */
public interface Work<T> {
    /** Columns of the answer beside {@code row}. */
    List<String> columns();

    /**
     * Reads a file; does nothing yet. The same text gives the same pieces each time.
     *
     * @param ending of the file's name, for example {@code .csv}
     * @throws RefusedFileException if it is no such file as a whole
     */
    List<Piece<T>> read(String ending, String text) throws RefusedFileException;

    /**
     * Does one piece. After a crash it may come again: a second time must change nothing.
     *
     * @return lines for the answer
     * @throws RuntimeException if it cannot be done now; it is tried again, and the other pieces go on
     */
    List<Line> perform(T content);

    /**
     * A piece of work.
     *
     * @param row in which it begins; names it within its file
     * @param content what it is about
     */
    record Piece<T>(int row, T content) {}

    /**
     * A line of an answer. Holds no personal data.
     *
     * @param row that it speaks of
     * @param cells in the order of {@link Work#columns()}
     */
    record Line(int row, List<String> cells) {
        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
