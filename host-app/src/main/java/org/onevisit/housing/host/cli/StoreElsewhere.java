package org.onevisit.housing.host.cli;

import java.nio.file.Files;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.host.config.EtcFolder;
import org.onevisit.housing.host.config.HostFile;
import org.onevisit.housing.host.config.StoreKind;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Refuses to copy a data folder that does not hold the applications: half a backup is none. */
final class StoreElsewhere {
    private StoreElsewhere() {}

    static void refuse(DataFolder folder, String what, String tool) {
        if (!Files.isDirectory(folder.etc())) {
            return;
        }
        StoreKind store = HostFile.of(new EtcFolder(folder.etc()).read()).store();
        if (store != StoreKind.SQLITE) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    ("the applications of %s are in PostgreSQL and are not %s by this command; nothing has been done."
                                    + " Use %s for the database, and copy etc, accounts.json and modules yourself:"
                                    + " docs/operate.md says how")
                            .formatted(folder.root(), what, tool));
        }
    }
}
