package org.onevisit.housing.store.sqlite;

/** What an acknowledged step survives. */
public enum Synchronous {
    /** A power cut: every commit waits for the disk. */
    FULL,
    /** A killed process; a power cut may cost the last commits, never the file. */
    NORMAL,
    /** A killed process; a power cut may cost the file. For simulations. */
    OFF
}
