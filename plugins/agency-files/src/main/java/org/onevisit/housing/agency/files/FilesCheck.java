package org.onevisit.housing.agency.files;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import org.onevisit.housing.exchange.Csv;
import org.onevisit.housing.exchange.InTray;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.spi.verification.Reply;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * An agency that exchanges files: takes each inquiry as a CSV file in one folder, puts its answers as CSV files into another, by the
 * inquiry's own id. The format stands in {@code docs/files.md}.
 *
 * <p>Safe for every thread. Keeps nothing but the two folders.
 */
@Component(
        service = AgencyCheck.class,
        configurationPid = FilesConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FilesConfig.class, factory = true)
public final class FilesCheck implements AgencyCheck {
    private final CheckProfile profile;
    private final Layout layout;
    private final Csv csv;
    private final QuestionFile questions;
    private final InTray answers;
    private final Clock clock;
    private final int answerWithin;

    /** Started by the framework. */
    @Activate
    public FilesCheck(FilesConfig config, @Reference(target = "(housing=engine)") Clock clock) {
        this(config, clock, System::nanoTime);
    }

    FilesCheck(FilesConfig config, Clock clock, LongSupplier nanos) {
        Settings settings = new Settings(config);
        this.profile = settings.profile();
        this.layout = settings.layout();
        this.csv = settings.csv();
        this.questions = new QuestionFile(settings.out(), profile, layout, csv, settings.charset());
        this.answers = new InTray(settings.inTray(), nanos);
        this.answerWithin = settings.answerWithin();
        this.clock = clock;
    }

    @Override
    public CheckProfile profile() {
        return profile;
    }

    @Override
    public Reply check(Inquiry inquiry) {
        try {
            questions.lay(inquiry);
        } catch (IOException e) {
            throw unreachable("the folder for inquiries cannot be written");
        }
        return Reply.later(inquiry.id(), inquiry.workingDaysFromNow(answerWithin));
    }

    @Override
    public void collect(Pickup pickup) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        try {
            answers.look(new AnswerWork(layout, csv, new AnswerRow.Reader(layout, today), pickup));
        } catch (IOException e) {
            throw unreachable("the folder for answers cannot be read or written");
        }
    }

    /** Without the cause: its message names a file. */
    private AgencyUnreachableException unreachable(String what) {
        return new AgencyUnreachableException(profile.agency(), what);
    }
}
