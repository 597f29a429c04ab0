package org.onevisit.housing.host.cli;

import java.io.PrintWriter;

/** The one command, for tests of other packages. */
public final class CommandLineForTests {
    private CommandLineForTests() {}

    /** Runs a command; its exit code. */
    public static int run(PrintWriter out, String... words) {
        return Main.run(out, out, words);
    }
}
