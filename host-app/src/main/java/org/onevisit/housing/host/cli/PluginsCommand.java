package org.onevisit.housing.host.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.tray.CrashMarker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the plugins that are disabled since the host ran out of memory, and enables one. */
@Command(
        name = "plugins",
        description = "List the plugins that are disabled because the host ran out of memory at their work.",
        mixinStandardHelpOptions = true,
        subcommands = PluginsCommand.Enable.class)
final class PluginsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        List<CrashMarker.Disabled> disabled = new CrashMarker(data.folder()).disabled();
        disabled.forEach(one ->
                Out.of(spec).println("%s %s disabled since %s".formatted(one.name(), one.version(), one.since())));
        if (disabled.isEmpty()) {
            Out.of(spec).println("no plugin is disabled");
        }
        return Main.DONE;
    }

    /** Enables a plugin; a host that runs brings it back within a second. */
    @Command(name = "enable", description = "Enable a plugin again.", mixinStandardHelpOptions = true)
    static final class Enable implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private DataOption data = new DataOption();

        @Parameters(paramLabel = "NAME", description = "Symbolic name of the plugin.")
        private String name = "";

        @Override
        public Integer call() {
            boolean was = new CrashMarker(data.folder()).enable(name);
            Out.of(spec).println(was ? name + " is enabled" : name + " is not disabled");
            return was ? Main.DONE : Main.REFUSED;
        }
    }
}
