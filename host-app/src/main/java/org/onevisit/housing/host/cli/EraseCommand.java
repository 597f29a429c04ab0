package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Destroys the dossier of an application that nobody needs any more. */
@Command(
        name = "erase",
        description = "Destroy the dossier of an application that has ended, for good; its journal stays. Asks the host"
                + " that runs.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "APPLICATION", description = "Number of the application.")
    private String number = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, without names or numbers of persons: it outlives the dossier.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Only tell whether it could be done now.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!number.matches("[A-Za-z0-9-]{1,43}")) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "that is no number of an application");
        }
        if (!dryRun && reason.isBlank()) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "--reason is missing; say why, without names or numbers of persons");
        }
        DataFolder folder = data.folder();
        HostCall host = HostCall.to(folder);
        String path = "applications/" + number + "/erasure";
        JsonMapper mapper = new JsonMapper();
        JsonNode answer = dryRun
                ? host.get(path)
                : host.post(
                        path,
                        mapper.writeValueAsString(mapper.createObjectNode().put("reasons", reason)));
        PrintWriter out = Out.of(spec);
        if (json) {
            out.println(mapper.writeValueAsString(answer));
        } else {
            print(out, answer, folder);
        }
        return Main.DONE;
    }

    private void print(PrintWriter out, JsonNode answer, DataFolder folder) {
        long entries = answer.path("entries").asLong();
        String at = answer.path("at").asText("");
        if (at.isEmpty() || at.equals("null")) {
            out.println(
                    "%s can be erased; %d entries of its journal would stay, and nothing that they seal could be read"
                            .formatted(number, entries));
            return;
        }
        out.println("%s was erased at %s by %s; %d entries of its journal stay"
                .formatted(number, at, answer.path("actor").asText(), entries));
        out.println(
                "keep %s beside your copy of the key file: restore reads it there, so that no older backup brings back"
                                .formatted(folder.erasures())
                        + " what is erased");
    }
}
