package org.onevisit.housing.core.engine;

import java.nio.file.Path;
import org.onevisit.housing.core.ledger.LedgerSettings;
import org.onevisit.housing.core.plugin.Editions;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * What a site has set up.
 *
 * @param pack name of the pack that judges
 * @param division code of the county; empty for the pack's
 * @param keyFile where the county's key lies
 * @param seed for names in a simulation; 0 for names that nobody can guess
 * @param ledger how the journal is chained and signed
 */
record Site(String pack, String division, Path keyFile, long seed, LedgerSettings ledger) {
    /** The county: the one that was set, or the pack's. */
    Division county(Editions editions) {
        return division.isEmpty()
                ? editions.countyOf(pack)
                        .orElseThrow(() ->
                                new HousingException(ErrorCode.SITE_NOT_READY, "政策包 " + pack + " 未安装；请放入 packs 目录"))
                : Division.of(division);
    }
}
