package org.onevisit.housing.host.fault;

/**
 * What one fault of one kind of plugin brought about, as a test saw it.
 *
 * @param operator what the operator sees
 * @param application what happens to the application that it hit
 * @param others that the others go on
 */
record Cell(String operator, String application, String others) {
    /** A fault that has no meaning for a kind. */
    static Cell none(String why) {
        return new Cell("– " + why, "–", "–");
    }
}
