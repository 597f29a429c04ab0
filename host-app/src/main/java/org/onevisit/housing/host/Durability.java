package org.onevisit.housing.host;

/** What an acknowledged step survives. */
public enum Durability {
    /** A power cut. */
    FULL,
    /** The end of the process, however it comes; not a power cut. */
    NORMAL,
    /** Nothing; for simulations over a store that is thrown away. */
    OFF
}
