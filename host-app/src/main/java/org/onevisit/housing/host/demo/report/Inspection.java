package org.onevisit.housing.host.demo.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.engine.AwardService;
import org.onevisit.housing.engine.HousingEngine;
import org.onevisit.housing.host.demo.run.Course;
import org.onevisit.housing.host.demo.run.Doors;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.AwardView;
import org.onevisit.housing.view.Page;
import org.onevisit.housing.view.Progress;
import org.onevisit.housing.view.Receipt;

/** Looks at everything again in the store that was closed and opened anew. */
public final class Inspection {
    private static final int PAGE = 200;
    private final HousingEngine engine;
    private final Doors doors;
    private final List<Course> courses;

    /** Of the households of a run, in the engine that was opened again. */
    public Inspection(HousingEngine engine, Doors doors, List<Course> courses) {
        this.engine = engine;
        this.doors = doors;
        this.courses = courses;
    }

    /**
     * What was found.
     *
     * @param clocked every application with its clock
     * @param awards every award
     * @param lost acknowledged receipts that lead nowhere, or elsewhere than the run left them
     * @param journalHash see {@link JournalHash}
     * @param limit working days that a case may take
     */
    public record Found(
            List<Clocked> clocked, List<AwardView> awards, List<String> lost, String journalHash, int limit) {}

    /** Looks at every acknowledged receipt, every clock, every award and the journal. */
    public Found look() {
        List<Clocked> clocked = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Course course : courses) {
            course.receipt().ifPresent(receipt -> {
                if (isThere(course, receipt)) {
                    clocked.add(new Clocked(
                            receipt.number().value(),
                            course.outcome().orElseThrow(),
                            doors.supervisor().clock(receipt.number()),
                            course.stretches(doors.today())));
                } else {
                    lost.add(receipt.number().value());
                }
            });
        }
        int limit = doors.form().limits().whole().days();
        return new Found(clocked, awards(doors.awards()), lost, JournalHash.of(engine), limit);
    }

    private boolean isThere(Course course, Receipt receipt) {
        try {
            Progress progress = engine.publicDesk().progress(receipt.code(), course.lastFour());
            Optional<Step> left = course.step();
            return left.filter(step -> step == progress.step()).isPresent();
        } catch (HousingException e) {
            return false;
        }
    }

    private static List<AwardView> awards(AwardService service) {
        List<AwardView> all = new ArrayList<>();
        Page<AwardView> page = service.list("", PAGE);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = service.list(page.next().orElseThrow(), PAGE);
            all.addAll(page.items());
        }
        return all;
    }

    /** Has the award been reviewed at its first anniversary? */
    static boolean isReviewed(AwardView award) {
        LocalDate anniversary = anniversary(award);
        return award.reviews().stream().anyMatch(review -> review.anniversary().equals(anniversary));
    }

    /** Day of its first annual review. */
    static LocalDate anniversary(AwardView award) {
        return award.firstMonth().plusYears(1).atDay(1);
    }
}
