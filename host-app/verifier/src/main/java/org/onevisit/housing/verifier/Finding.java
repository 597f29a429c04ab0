package org.onevisit.housing.verifier;

/**
 * Something that is not as it was written.
 *
 * @param number the application; empty when a checkpoint is meant
 * @param sequence of the entry, or of the checkpoint
 * @param what is wrong
 */
public record Finding(String number, long sequence, String what) {
    /** Something about an entry. */
    static Finding entry(String number, long sequence, String what) {
        return new Finding(number, sequence, what);
    }

    /** Something about a checkpoint. */
    static Finding checkpoint(long sequence, String what) {
        return new Finding("", sequence, what);
    }

    /** Is a checkpoint meant? */
    public boolean ofCheckpoint() {
        return number.isEmpty();
    }

    @Override
    public String toString() {
        return (ofCheckpoint() ? "checkpoint " + sequence : number + "/" + sequence) + ": " + what;
    }
}
