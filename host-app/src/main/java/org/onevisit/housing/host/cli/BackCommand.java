package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
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
    /** How applications go on that were received since. */
    enum Since {
        pin,
        rejudge
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", description = "Symbolic name of the plugin or pack.")
    private String name = "";

    @Option(
            names = "--since",
            paramLabel = "pin|rejudge",
            description =
                    "For a pack: applications received since keep their edition (pin), or those that are open are judged"
                            + " by the edition gone back to (rejudge).")
    private @Nullable Since since;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HostCall host = HostCall.to(data.folder());
        JsonMapper mapper = new JsonMapper();
        ObjectNode body = mapper.createObjectNode().put("name", name);
        if (since != null) {
            body.put("since", since.name().toUpperCase(Locale.ROOT));
        }
        return PlanCommand.print(
                PlanCommand.made(host, host.post("plugins/back", mapper.writeValueAsString(body))), Out.of(spec), json);
    }
}
