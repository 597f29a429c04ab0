package org.onevisit.housing.host.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.HostBuilder;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.EtcFolder;
import org.onevisit.housing.host.config.HostFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the host until the process is told to end. */
@Command(name = "run", description = "Run the host. It listens on this machine only.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int PORT = 8080;
    private static final int NONE = -1;
    /** The script says why it starts the host again. */
    private static final String RESTARTED = "HOUSING_RESTARTED_AFTER";

    private static final String MEMORY = "memory";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port, 0 for any that is free (default: etc/host.json, or 8080).")
    private int port = NONE;

    @Option(
            names = "--pack",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The county's pack (default: etc/host.json).")
    private String pack = "";

    @Option(
            names = "--demo",
            description =
                    "A county to play with: Pinghu, simulated agencies, an account per role, a clock that can be moved.")
    private boolean demo;

    @Option(
            names = "--trust-unsigned",
            description = "Take modules that nobody trusted has signed. For development only, shown in red.")
    private boolean unsigned;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataFolder folder = data.folder();
        folder.create();
        Logs.into(folder);
        try (DemoSite site = demo ? DemoSite.open(folder) : DemoSite.NONE) {
            HostBuilder builder =
                    HousingHost.in(folder.root()).pack(pack).http(port(folder)).evenIncomplete();
            site.configure(builder);
            builder.weighsCalls();
            if (MEMORY.equals(System.getenv(RESTARTED))) {
                builder.afterOutOfMemory();
            }
            if (unsigned) {
                builder.trustUnsigned();
            }
            HousingHost host = builder.start();
            try {
                site.started(host);
                serve(host, folder, site);
            } finally {
                host.close();
            }
        }
        return Main.DONE;
    }

    private void serve(HousingHost host, DataFolder folder, DemoSite site) throws IOException, InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    told.countDown();
                    host.close();
                },
                "housing-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        URI address = host.address().orElseThrow();
        AtomicFile.write(folder.address(), address.toString().getBytes(StandardCharsets.UTF_8));
        PrintWriter out = Out.of(spec);
        site.describe(host).forEach(out::println);
        out.println("listening on " + address);
        try {
            told.await();
        } finally {
            Files.deleteIfExists(folder.address());
        }
    }

    private int port(DataFolder folder) {
        if (port != NONE) {
            return port;
        }
        HostFile file = HostFile.of(new EtcFolder(folder.etc()).read());
        return file.port().orElse(PORT);
    }
}
