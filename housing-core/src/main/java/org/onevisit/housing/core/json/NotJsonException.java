package org.onevisit.housing.core.json;

/** A text is no JSON, or nests too deeply. The text is not repeated. */
public final class NotJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;
    private final boolean tooDeep;

    NotJsonException(int line, int column, boolean tooDeep) {
        super((tooDeep ? "nested too deeply" : "not JSON") + " at line " + line + ", column " + column);
        this.line = line;
        this.column = column;
        this.tooDeep = tooDeep;
    }

    /** Where, counted from 1. */
    public int line() {
        return line;
    }

    /** Where in the line, counted from 1. */
    public int column() {
        return column;
    }

    /** Is it JSON that nests more deeply than is taken? */
    public boolean tooDeep() {
        return tooDeep;
    }
}
