package org.onevisit.housing.benchmark.store;

/** What an acknowledged step survives. */
public enum Survives {
    /** Neither a kill nor a power cut; the step follows to the disk within a second or so. */
    NOTHING("nothing"),
    /** The end of the process, not of the machine. */
    KILL("kill -9"),
    /** A power cut. */
    POWER("a power cut");

    private final String text;

    Survives(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }
}
