package org.onevisit.housing.host.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. */
final class Out {
    private Out() {}

    static PrintWriter of(@Nullable CommandSpec spec) {
        return requireNonNull(spec, "picocli sets it").commandLine().getOut();
    }

    /** Where it prints what is wrong. */
    static PrintWriter errorsOf(@Nullable CommandSpec spec) {
        return requireNonNull(spec, "picocli sets it").commandLine().getErr();
    }
}
