package org.onevisit.housing.host.cli;

import java.nio.file.Path;
import org.onevisit.housing.host.config.DataFolder;
import picocli.CommandLine.Option;

/** Which data folder a command is about. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:HOUSING_DATA:-housing-data}",
            description = "Data folder (default: $HOUSING_DATA, or housing-data here).")
    private Path folder = Path.of("housing-data");

    DataFolder folder() {
        return new DataFolder(folder);
    }
}
