package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans the way back. */
@Command(
        name = "back",
        description = "Plan the way back to the version that a plugin or pack had before; 'swap' executes it.",
        mixinStandardHelpOptions = true)
final class BackCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", description = "Symbolic name of the plugin or pack.")
    private String name = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HostCall host = HostCall.to(data.folder());
        JsonMapper mapper = new JsonMapper();
        String body = mapper.writeValueAsString(mapper.createObjectNode().put("name", name));
        return PlanCommand.print(PlanCommand.made(host, host.post("plugins/back", body)), Out.of(spec), json);
    }
}
