package org.onevisit.housing.spi.store;

/** The store could not be read or written; nothing of the call was kept. The message holds no personal data. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what failed. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
