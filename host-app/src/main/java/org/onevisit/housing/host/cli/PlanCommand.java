package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a plugin or pack would do. */
@Command(
        name = "plan",
        description =
                "Plan what a plugin or pack would do. Changes nothing. Exit code 0 when the plan can be executed, 1 otherwise.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private static final long PAUSE = 200;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "The jar of a plugin or pack, or a bare pack.yaml.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HostCall host = HostCall.to(data.folder());
        try {
            return print(
                    made(host, host.post("plugins/plan", "application/octet-stream", BodyPublishers.ofFile(file))),
                    Out.of(spec),
                    json);
        } catch (FileNotFoundException e) {
            throw new HousingException(ErrorCode.NOT_FOUND, "there is no file " + file, e);
        }
    }

    /** Waits until a plan is made. */
    static JsonNode made(HostCall host, JsonNode begun) throws IOException, InterruptedException {
        JsonNode work = begun;
        while (work.path("state").asText().equals("PLANNING")) {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
            work = host.get("plugins/plans/" + begun.path("id").asText());
        }
        return work;
    }

    /** Prints a plan; the exit code of the command. */
    static int print(JsonNode work, PrintWriter out, boolean json) {
        if (json) {
            out.println(work);
        } else if (work.path("state").asText().equals("FAILED")) {
            out.println(work.path("failure").asText());
        } else {
            PlanText.of(work.path("plan")).forEach(out::println);
        }
        return work.path("state").asText().equals("READY") ? Main.DONE : Main.REFUSED;
    }
}
