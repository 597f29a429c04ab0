package org.onevisit.housing.intake.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.exchange.InTray;
import org.onevisit.housing.spi.intake.IntakeChannel;
import org.onevisit.housing.view.Paper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Another system as an intake channel: it lays applications into one folder, as CSV or JSON, and fetches papers from another. Each file
 * is answered row by row. The formats stand in {@code docs/files.md}.
 *
 * <p>Safe for every thread. Keeps nothing but the two folders.
 */
@Component(
        service = IntakeChannel.class,
        configurationPid = ChannelConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ChannelConfig.class, factory = true)
public final class FilesChannel implements IntakeChannel {
    private final ChannelProfile profile;
    private final InTray tray;
    private final HandIn work;
    private final HandIn.Door door = new HandIn.Door();
    private final PaperFolder papers;

    /** Started by the framework. */
    @Activate
    public FilesChannel(ChannelConfig config) {
        this(config, System::nanoTime);
    }

    FilesChannel(ChannelConfig config, LongSupplier nanos) {
        Settings settings = new Settings(config);
        profile = settings.profile();
        tray = new InTray(settings.inTray(), nanos);
        CsvEntries csv = new CsvEntries(settings.csv(), settings.division(), profile.window());
        work = new HandIn(csv, profile, settings.inTray(), door);
        papers = new PaperFolder(settings.out());
    }

    @Override
    public ChannelProfile profile() {
        return profile;
    }

    @Override
    public synchronized void collect(ApprovalService service) {
        door.open(service);
        try {
            tray.look(work);
        } catch (IOException e) {
            // without the cause: its message names a file of the sender's
            throw new UncheckedIOException(
                    new IOException("the folder for applications cannot be read or written; see to the folder in"));
        }
    }

    @Override
    public Delivery deliver(Paper paper) {
        try {
            papers.lay(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("the folder for papers cannot be written; see to the folder out"));
        }
        return Delivery.READY;
    }
}
