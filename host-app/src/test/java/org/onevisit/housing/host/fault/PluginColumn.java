package org.onevisit.housing.host.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.onevisit.housing.host.fake.FakeBundle;

/** What is the same for every kind of plugin: how its bundle comes, starts, and leaves. */
abstract class PluginColumn implements Column {
    private final FaultHost site;
    private final String kind;
    private final String name;
    private final Class<?> activator;
    private int version;
    private String serving = "";

    PluginColumn(FaultHost site, String kind, String name, Class<?> activator) {
        this.site = site;
        this.kind = kind;
        this.name = name;
        this.activator = activator;
        replace();
    }

    /** A fault in a call. */
    abstract Cell called(Fault fault);

    /** An application is served by the version in service; in words. */
    abstract String served();

    FaultHost site() {
        return site;
    }

    final void on(Fault fault) {
        site.on(kind, fault);
    }

    String stamp() {
        return name + "@" + serving;
    }

    private String lay(Class<?>... more) {
        String next = "1.0." + version++;
        FakeBundle bundle = FaultHost.bundle(name, next, activator, more);
        return site.lay(bundle, name + "-" + next + ".jar");
    }

    final void replace() {
        serving = "1.0." + version;
        assertThat(lay()).isEqualTo("taken");
    }

    @Override
    public final Cell observe(Fault fault) {
        site.ear().forget();
        try {
            return switch (fault) {
                case BLOCKS_IN_ACTIVATE -> blockedStart();
                case BLOCKS_IN_DEACTIVATE -> blockedEnd();
                case EXITS -> exiting();
                default -> called(fault);
            };
        } finally {
            site.off();
        }
    }

    private Cell blockedStart() {
        on(Fault.BLOCKS_IN_ACTIVATE);
        String answer = lay();
        String served = served();
        String plugins = site.plugins(name);
        site.off();
        site.until(() -> site.plugins(name).equals(serving + " ACTIVE"));
        assertThat(answer).startsWith("refused: ").contains("does not start");
        assertThat(plugins).contains("STARTING");
        return new Cell(
                "the tray: " + answer.replaceAll("1\\.0\\.\\d+", "…").replaceAll("\\d+ ms", "… ms") + "; plugins: "
                        + states(plugins),
                served + ", by the version in service",
                "served in the same host");
    }

    private Cell blockedEnd() {
        on(Fault.BLOCKS_IN_DEACTIVATE);
        replace();
        String served = served();
        String plugins = site.plugins(name);
        String said = said();
        site.off();
        site.until(() -> !site.plugins(name).contains("STOPPING"));
        assertThat(said).contains("does not stop");
        assertThat(plugins).contains("STOPPING");
        return new Cell(
                said + "; plugins: " + states(plugins), served + ", by the new version", "served in the same host");
    }

    private Cell exiting() {
        String answer = lay(Exiting.class);
        String served = served();
        assertThat(answer).startsWith("refused: ").contains("System.exit");
        return new Cell(
                "the tray: " + answer.replaceAll(", in .*?;", ";"),
                served + ", by the version in service",
                "served in the same host");
    }

    /** Forms of the lines that name the plugin. */
    final List<String> forms() {
        return site.ear().forms(name);
    }

    /** What was logged that names the plugin, in the forms of the table of alarms. */
    final String said() {
        List<String> forms = site.ear().forms(name);
        assertThat(forms).as("what the operator reads of " + name).isNotEmpty();
        return String.join("; ", forms);
    }

    private static String states(String plugins) {
        return plugins.replaceAll("\\d+\\.\\d+\\.\\d+ ", "");
    }

    @Override
    public void close() {
        site.off();
    }
}
