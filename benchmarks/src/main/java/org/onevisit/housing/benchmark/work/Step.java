package org.onevisit.housing.benchmark.work;

/** What a client waits for. */
public enum Step {
    /** From the submission to the checks being out. */
    START("start"),
    /** One answer of an agency. */
    ANSWER("one answer"),
    /** All answers, and their join. */
    ANSWERS("nine answers and their join"),
    /** A decision by a person. */
    DECISION("decision"),
    /** The end of the publicity hold. */
    FINISH("finish");

    private final String text;

    Step(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }
}
