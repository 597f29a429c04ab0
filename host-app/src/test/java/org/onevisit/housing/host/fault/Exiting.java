package org.onevisit.housing.host.fault;

/** Would end the host; a class of a bundle that is refused. */
final class Exiting {
    private Exiting() {}

    static void end() {
        System.exit(1);
    }
}
