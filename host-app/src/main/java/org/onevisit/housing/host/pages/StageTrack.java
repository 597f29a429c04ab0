package org.onevisit.housing.host.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.view.ClockView;

/** The four stages as a picture: what is behind, where it is now, what is ahead. */
final class StageTrack {
    private StageTrack() {}

    /**
     * One of the four stages.
     *
     * @param stage which
     * @param state {@code done, now, ahead} or {@code skipped}
     * @param workingDays used in it
     * @param calendarDays used in it
     */
    public record Stop(Stage stage, String state, int workingDays, int calendarDays) {}

    /** The picture for an application at this step. */
    static List<Stop> of(Step step, List<ClockView.StageDays> days) {
        return Arrays.stream(Stage.values())
                .map(stage -> stop(stage, step, days))
                .toList();
    }

    private static Stop stop(Stage stage, Step step, List<ClockView.StageDays> days) {
        Optional<ClockView.StageDays> used =
                days.stream().filter(d -> d.stage() == stage).findFirst();
        return new Stop(
                stage,
                state(stage, step, used.isPresent()),
                used.map(ClockView.StageDays::workingDays).orElse(0),
                used.map(ClockView.StageDays::calendarDays).orElse(0));
    }

    private static String state(Stage stage, Step step, boolean seen) {
        if (step.stage().isPresent()) {
            int distance = stage.compareTo(step.stage().get());
            return distance < 0 ? "done" : distance == 0 ? "now" : "ahead";
        }
        return switch (step) {
            case APPROVED, REFUSED -> "done";
            case NOT_ACCEPTED, LAPSED -> stage == Stage.INTAKE ? "done" : "skipped";
            default -> seen ? "done" : "skipped";
        };
    }
}
