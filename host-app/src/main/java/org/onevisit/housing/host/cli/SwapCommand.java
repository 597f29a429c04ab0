package org.onevisit.housing.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Executes a plan. */
@Command(
        name = "swap",
        description = {
            "Execute exactly a plan, and show how it goes.",
            "Exit code 0 done, or waiting for a second operator; 1 refused and nothing moved; 3 returned by itself."
        },
        mixinStandardHelpOptions = true)
final class SwapCommand implements Callable<Integer> {
    /** The new version did not hold up and was sent back. */
    static final int RETURNED = 3;

    private static final String PASSWORD = "HOUSING_PASSWORD";
    private static final long PAUSE = 200;
    private static final int USUAL = -1;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--plan",
            required = true,
            paramLabel = "ID",
            description = "The plan, as 'plan' or 'back' named it.")
    private String plan = "";

    @Option(names = "--share", paramLabel = "N", description = "Per cent of the calls until it has held up (100).")
    private int share = USUAL;

    @Option(names = "--accept-drift", paramLabel = "N", description = "So many counted things may have changed (0).")
    private int acceptDrift = USUAL;

    @Option(names = "--calls", paramLabel = "N", description = "So many calls it has to hold up for (50).")
    private int calls = USUAL;

    @Option(names = "--watch", paramLabel = "SECONDS", description = "After so long it has held up (600).")
    private int watch = USUAL;

    @Option(names = "--budget", paramLabel = "N", description = "So many calls in a hundred may fail (2).")
    private int budget = USUAL;

    @Option(names = "--dry-run", description = "Only check whether what the plan counted still stands.")
    private boolean dryRun;

    @Option(names = "--confirm", description = "Confirm, as a second operator, what another has begun.")
    private boolean confirm;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Under this account; its password is asked for, or in $HOUSING_PASSWORD.")
    private String as = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HostCall host = HostCall.to(data.folder());
        if (!as.isEmpty()) {
            host.signIn(as, password());
        }
        JsonNode swap =
                confirm ? host.post("plugins/swaps/" + plan + "/confirm", "") : host.post("plugins/swaps", body());
        return followed(host, swap);
    }

    private String body() throws IOException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode body = mapper.createObjectNode().put("plan", plan).put("dryRun", dryRun);
        put(body, "share", share);
        put(body, "acceptDrift", acceptDrift);
        put(body, "calls", calls);
        put(body, "watchSeconds", watch);
        put(body, "budget", budget);
        return mapper.writeValueAsString(body);
    }

    private static void put(ObjectNode body, String name, int value) {
        if (value != USUAL) {
            body.put(name, value);
        }
    }

    private int followed(HostCall host, JsonNode begun) throws IOException, InterruptedException {
        PrintWriter out = Out.of(spec);
        JsonNode swap = begun;
        int told = 0;
        while (true) {
            for (; !json && told < swap.path("lines").size(); told++) {
                out.println(swap.path("lines").get(told).asText());
            }
            String state = swap.path("state").asText();
            Optional<Integer> code = code(state);
            if (code.isPresent()) {
                out.println(json ? swap.toString() : "record: plans/%s/record.html".formatted(plan));
                return code.get();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE);
            swap = host.get("plugins/swaps/" + plan);
        }
    }

    private static Optional<Integer> code(String state) {
        return switch (state) {
            case "DONE", "CHECKED", "AWAITING_CONFIRMATION" -> Optional.of(Main.DONE);
            case "REFUSED" -> Optional.of(Main.REFUSED);
            case "RETURNED" -> Optional.of(RETURNED);
            default -> Optional.empty();
        };
    }

    private static char[] password() {
        @Nullable String given = System.getenv(PASSWORD);
        if (given != null) {
            return given.toCharArray();
        }
        @Nullable Console console = System.console();
        if (console == null) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT, "there is no terminal to ask for the password; set " + PASSWORD);
        }
        return console.readPassword("Password: ");
    }
}
