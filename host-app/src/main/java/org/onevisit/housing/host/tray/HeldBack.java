package org.onevisit.housing.host.tray;

/**
 * A module that was installed when the host stopped, and was not brought back when it started: its place stays empty, and what needs it
 * waits.
 *
 * @param name symbolic name
 * @param version version
 * @param kind plugin or pack
 * @param reason why, and what to do
 */
public record HeldBack(String name, String version, String kind, String reason) {
    /** All of it in a line, as officials read it beside what else is missing; the reason is the technical one of the log. */
    public String text() {
        return "%s %s %s：未恢复 (not brought back): %s"
                .formatted(kind.equals("pack") ? "政策包" : "插件", name, version, reason);
    }
}
