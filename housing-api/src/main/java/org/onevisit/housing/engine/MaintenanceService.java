package org.onevisit.housing.engine;

import java.util.List;
import java.util.function.Consumer;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.view.CallFigures;
import org.onevisit.housing.view.Erasure;
import org.onevisit.housing.view.OutcomeChange;
import org.onevisit.housing.view.OutcomeDifference;
import org.onevisit.housing.view.PluginUse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an operator asks before another plugin answers or another edition judges, and how the change is steered while work is in
 * flight. Nothing here shows personal data. Everything throws
 * {@link org.onevisit.housing.process.HousingException} FORBIDDEN for whoever is not an operator.
 */
@ProviderType
public interface MaintenanceService {
    /** Who depends on this version of a plugin; {@code stamp} is name and version, for example {@code org.x.tax@1.2.0}. */
    PluginUse use(String stamp);

    /**
     * What would become of every application under another edition. Each is judged twice, by its own edition and by this one, on the
     * facts that are there; all as they are at one moment, while work goes on. Stores nothing. Works on the caller's thread and takes
     * its time, so that commands need not wait.
     *
     * @param candidate an edition that need not be installed
     * @param changes is told of each application that does not stay the same, in the order of numbers
     * @throws org.onevisit.housing.process.HousingException SITE_NOT_READY when no edition can be asked at all
     */
    OutcomeDifference difference(Edition candidate, Consumer<OutcomeChange> changes);

    /**
     * What would become of every application if the county went back from the edition in force to an earlier one: as
     * {@link #difference(Edition, Consumer)}, with {@code since} in the place of the transition clause. Each application that the
     * edition judges which is left is told too, the decided ones because they stand.
     *
     * @param earlier the edition to go back to; it need not be installed
     */
    OutcomeDifference difference(Edition earlier, Since since, Consumer<OutcomeChange> changes);

    /**
     * Says how applications go on that the edition now in force judges when the county goes back to an earlier one; to be said before
     * that one is installed. It is kept, also over a restart; timed work carries it out when the earlier edition is in force.
     *
     * @param earlier the edition to go back to
     */
    void goBack(EditionId earlier, Since since);

    /** How applications go on that were received under an edition which the county takes back. */
    enum Since {
        /** They keep it. */
        PIN,
        /** Those that are open are judged by the edition gone back to; what is decided stands. */
        REJUDGE
    }

    /**
     * Gives a version of a plugin only a share of the calls, from its arrival on, as long as another version supplies the same check;
     * to be said before it arrives.
     *
     * @param stamp name and version
     * @param percent 1 to 100
     * @throws org.onevisit.housing.process.HousingException BAD_ARGUMENT for another percentage
     */
    void share(String stamp, int percent);

    /** Ends the sharing: from now on the version that arrived last takes every call, as always. */
    void endShare(String stamp);

    /**
     * Erases an application that has come to its end: destroys the key of its dossier, and with it all that is sealed, and
     * everything under which it is found. Its journal stays, unreadable but for the headers, and gets one entry more. One that is
     * erased already is left as it is. Supervisors of the county may do this too.
     *
     * @param number which application
     * @param reasons why, without names or numbers of persons: it outlives the dossier, sealed under the county's key
     * @throws org.onevisit.housing.process.HousingException NOT_ERASABLE with what stands against it, BAD_ARGUMENT for the reasons
     */
    Erasure erase(ApplicationNumber number, String reasons);

    /**
     * What {@link #erase} would do; changes nothing. Of one that is erased already, the erasure. Supervisors of the county may ask too.
     *
     * @param number which application
     * @throws org.onevisit.housing.process.HousingException NOT_ERASABLE with what stands against it
     */
    Erasure erasable(ApplicationNumber number);

    /** How the calls to the versions of plugins have gone that are here now, ordered by name and version. */
    List<CallFigures> figures();
}
