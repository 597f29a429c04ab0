package org.onevisit.housing.core.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.IntakeEvents.Submitted;
import org.onevisit.housing.core.event.Moment;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.mailbox.ClaimedException;
import org.onevisit.housing.core.mailbox.Letter;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.rules.Decision;
import org.onevisit.housing.core.rules.DuePapers;
import org.onevisit.housing.core.rules.Routing;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.submission.MakeGoodCheck;
import org.onevisit.housing.core.submission.SubmissionReader;
import org.onevisit.housing.core.submission.SubmissionWriter;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.view.MakeGoodList;

/** How applications come in: read, checked, received; one file for one household, whoever comes first. */
final class Submissions {
    private final Core core;
    private final Actor actor;

    Submissions(Core core, Actor actor) {
        this.core = core;
        this.actor = actor;
    }

    Application read(String json) {
        Authority.requireRole(actor, "录入申请", Role.WINDOW_CLERK, Role.APPLICANT, Role.CHANNEL);
        Instant now = core.now();
        EditionId edition = core.editions().inForce(core.county(), core.pack(), Days.of(now));
        return new SubmissionReader()
                .read(json, now, core.county(), core.editions().rules(edition));
    }

    MakeGoodList check(Application application) {
        Application sound = wellFormed(application);
        LocalDate day = Days.of(sound.intake().receivedAt());
        return new MakeGoodCheck().check(sound, core.editions().rules(edition(day)), day);
    }

    Letter.Reply submit(Application application, String key) {
        Application sound = wellFormed(application);
        EditionId edition = edition(Days.of(sound.intake().receivedAt()));
        ApplicationNumber number = core.numbers().next(core.county(), Days.of(core.now()));
        String receipt = core.ids().receipt();
        Submitted submitted = new Submitted(
                new State.Identity(number, edition, receipt),
                sound,
                Routing.of(sound),
                core.channels()
                        .known(DuePapers.channel(
                                sound.intake().channel(), sound.intake().window())));
        Recorded first = new Recorded(submitted, new Moment(core.now(), actor.id(), ""));
        Letter letter = Letter.of(
                number,
                // a number is given out once: what stands under it came from here, by a commit that was thought to be
                // lost
                found -> found.map(dossier -> Approvals.unchanged(dossier.state()))
                        .orElseGet(() -> new Decision(Fold.begin(first), List.of(first))),
                new Keys(core.vault()).row(actor, key, number, () -> asked(sound)));
        try {
            return core.send(letter);
        } catch (ClaimedException e) {
            throw claimed(sound, e);
        }
    }

    /** What a request asks for, by which it is known again: without the moment of receipt, which is filled in where it was left out. */
    private static String asked(Application application) {
        Intake intake = application.intake();
        return new SubmissionWriter()
                .write(application.toBuilder()
                        .intake(new Intake(intake.channel(), intake.window(), Instant.EPOCH))
                        .build());
    }

    /** The other file's number is told to clerks only; an applicant is sent to a window. */
    HousingException claimed(Application application, ClaimedException e) {
        String members = String.join("、", core.rows().holders(application, e.token()));
        boolean clerk = actor.role() == Role.WINDOW_CLERK;
        String where = clerk ? "申请 " + e.holder() : "另一件申请";
        return new HousingException(
                ErrorCode.MEMBER_CLAIMED,
                "成员 " + members + " 已在" + where + "中，未重复登记；" + (clerk ? "请在该申请上办理" : "请到受理窗口核实"));
    }

    private EditionId edition(LocalDate day) {
        return core.editions().inForce(core.county(), core.pack(), day);
    }

    /** Whoever built it, it goes through the one reader. */
    private Application wellFormed(Application application) {
        Application sound = read(new SubmissionWriter().write(application));
        boolean own = Optional.of(actor.role()).filter(Role.APPLICANT::equals).isEmpty()
                || actor.own().isEmpty();
        if (!own) {
            throw Authority.forbidden(actor, "再次提交申请");
        }
        return sound;
    }
}
