package org.onevisit.housing.host.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which release this is, as the jar's manifest says. */
final class Release implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packed)");
        return new String[] {"OneVisit Housing " + version, "Java " + Runtime.version()};
    }
}
