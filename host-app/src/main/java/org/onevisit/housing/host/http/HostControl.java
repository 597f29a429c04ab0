package org.onevisit.housing.host.http;

import java.util.List;
import org.onevisit.housing.host.swap.Changes;

/** What operators see and do: plugins, and in a demo the clock. */
public interface HostControl {
    /** Plugins and packs that are installed. */
    List<PluginInfo> plugins();

    /** Modules that were installed when the host stopped and do not serve since it started, each with why and what to do. */
    List<String> notBroughtBack();

    /** Is this a demo, whose clock may be moved? */
    boolean demo();

    /** Moves the demo's clock to the start of business so many working days later, doing the timed work day by day; IllegalStateException outside a demo. */
    void advance(int workingDays);

    /**
     * Plans and changes of plugins and packs.
     *
     * @throws org.onevisit.housing.process.HousingException SITE_NOT_READY while the host is starting
     */
    Changes changes();

    /** May unsigned plugins be installed? Shown in red. */
    boolean trustsUnsigned();

    /**
     * An installed plugin or pack.
     *
     * @param name symbolic name
     * @param version version
     * @param state ACTIVE, RESOLVED, INSTALLED, STARTING or STOPPING; REFUSED when it was not brought back
     * @param text what it is for; of one that was not brought back, why
     * @param kind plugin or pack
     * @param signed who signed it and whether the county trusts him; empty for what travels in the host
     */
    record PluginInfo(String name, String version, String state, String text, String kind, String signed) {}
}
