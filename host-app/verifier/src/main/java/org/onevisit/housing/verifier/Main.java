package org.onevisit.housing.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.verifier.Verification.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code java -jar housing-verifier.jar DIR --key PUBLIC.pem}: 0 whole, 1 damage found, 2 wrong usage. Never writes. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Release.class,
        description = {
            "Check the journal of a store: chains, checkpoints, signatures. Reads only.",
            "Exit codes: 0 whole, 1 damage found, 2 wrong usage."
        })
public final class Main implements Callable<Integer> {
    private static final int WHOLE = 0;
    private static final int DAMAGED = 1;
    private static final List<String> PLACES = List.of("store/housing.db", "housing.db");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A data folder, a backup, a store's folder, or the database file.")
    private Path folder = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Public key of the checkpoints, PEM; several are allowed. Take a copy that was kept elsewhere:"
                            + " the default is checkpoint.pub in DIR, which whoever changed the store may have changed too.")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--expect",
            paramLabel = "HEAD",
            description = "Head of a checkpoint that was kept elsewhere, 64 hexadecimal digits: finds that the newest"
                    + " checkpoints were cut off.")
    private @Nullable String expected;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** The release that the jar belongs to. */
    static final class Release implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"housing-verifier " + (version == null ? "unreleased" : version)};
        }
    }

    /** Verifies, and ends the process with the exit code. */
    public static void main(String[] arguments) {
        System.exit(run(null, null, arguments));
    }

    /** Verifies; what is said goes to {@code out} and {@code err}, or to those of the process. */
    public static int run(@Nullable PrintWriter out, @Nullable PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        if (out != null) {
            line.setOut(out);
        }
        if (err != null) {
            line.setErr(err);
        }
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof UnreadableException) {
                command.getErr().println("DAMAGED: " + e.getMessage());
            } else {
                e.printStackTrace(command.getErr());
            }
            command.getErr().flush();
            return DAMAGED;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        Path file = file();
        Optional<String> head = Optional.ofNullable(expected);
        if (head.filter(text -> !text.matches("[0-9a-f]{64}")).isPresent()) {
            throw wrong("--expect takes the 64 hexadecimal digits of a checkpoint's head");
        }
        Keys known = known(file);
        Report report = new Report(commandLine().getOut(), json);
        Outcome outcome = verify(file, known, head);
        report.print(file, known, keys.isEmpty(), outcome);
        return outcome.isWhole() ? WHOLE : DAMAGED;
    }

    private Outcome verify(Path file, Keys known, Optional<String> head) {
        boolean quiet = SqliteRows.isQuiet(file);
        Outcome outcome;
        try (SqliteRows rows = SqliteRows.open(file)) {
            if (json || System.console() == null) {
                outcome = Verification.of(rows, known, head, looked -> {});
            } else {
                try (ProgressBar bar = new ProgressBar("entries, twice", 2 * rows.count())) {
                    LongConsumer step = bar::stepBy;
                    outcome = Verification.of(rows, known, head, step);
                }
            }
        }
        // a host that opened the store meanwhile may have written under our eyes: once more, as it stands at one moment
        return quiet && !SqliteRows.isQuiet(file) ? verify(file, known, head) : outcome;
    }

    private Path file() {
        if (Files.isRegularFile(folder)) {
            return folder;
        }
        return PLACES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> wrong(folder + " is no store: it holds neither " + String.join(" nor ", PLACES)
                        + "; name a data folder or a backup"));
    }

    private Keys known(Path file) throws IOException {
        List<Path> files = keys.isEmpty() ? beside(file) : keys;
        Keys known = new Keys();
        for (Path key : files) {
            if (!Files.isRegularFile(key)) {
                throw wrong("there is no key file " + key);
            }
            try {
                known.with(key);
            } catch (IllegalArgumentException e) {
                throw wrong(String.valueOf(e.getMessage()));
            }
        }
        return known;
    }

    private List<Path> beside(Path file) {
        for (Path place :
                List.of(folder, file.toAbsolutePath().resolveSibling("..").normalize())) {
            if (Files.isRegularFile(place.resolve("checkpoint.pub"))) {
                return List.of(place.resolve("checkpoint.pub"));
            }
        }
        throw wrong("there is no checkpoint.pub in " + folder + "; name the public key with --key");
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in");
        }
        return spec.commandLine();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandLine(), message);
    }
}
