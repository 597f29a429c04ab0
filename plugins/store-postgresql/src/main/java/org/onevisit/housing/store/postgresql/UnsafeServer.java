package org.onevisit.housing.store.postgresql;

/** What is done with a server whose settings let acknowledged steps be lost in a power cut. */
public enum UnsafeServer {
    /** The store does not open. */
    REFUSE,
    /** The store opens and says so in the log. For tests, and where the file system makes up for it. */
    WARN
}
