package org.onevisit.housing.exchange;

/** A file is refused as a whole; it stays where it is, untouched. */
public final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Text text;

    /** For this reason. */
    public RefusedFileException(Text text) {
        super(text.english());
        this.text = text;
    }

    /** The reason, for people. */
    public Text text() {
        return text == null ? new Text("", "") : text;
    }
}
