package org.onevisit.housing.host.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command with its subcommands. */
@Command(
        name = "housing",
        description = "Housing-security approval for a county.",
        mixinStandardHelpOptions = true,
        versionProvider = Release.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            StatusCommand.class,
            AccountCommand.class,
            PlanCommand.class,
            SwapCommand.class,
            BackCommand.class,
            PluginsCommand.class,
            TrustCommand.class,
            EraseCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class
        })
public final class Main {
    /** Done. */
    static final int DONE = CommandLine.ExitCode.OK;
    /** Refused, and nothing has moved. */
    static final int REFUSED = CommandLine.ExitCode.SOFTWARE;

    /** Class of another package that brings the command {@code demo}, where it is there. */
    private static final String DEMO = "org.onevisit.housing.host.demo.DemoCommand";

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Logs.quiet();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs a command; what it says goes to {@code out} and {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::refused);
        demo().ifPresent(command -> line.addSubcommand("demo", command));
        return line.execute(arguments);
    }

    private static Optional<Object> demo() {
        try {
            return Optional.of(Class.forName(DEMO).getDeclaredConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(DEMO + " cannot be made by its constructor without arguments", e);
        }
    }

    private static int refused(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        Throwable e = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (e instanceof HousingException refusal) {
            command.getErr().println("refused (%s): %s".formatted(refusal.code().code(), refusal.getMessage()));
        } else {
            command.getErr().println("failed: " + e);
            e.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return REFUSED;
    }
}
