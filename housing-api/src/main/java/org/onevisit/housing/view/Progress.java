package org.onevisit.housing.view;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.calendar.Deadline;

/**
 * Where an application is (办理进展). Holds no personal data.
 *
 * @param step where
 * @param usedWorkingDays working days of the clock that runs: of the case, or of intake before acceptance
 * @param leftWorkingDays working days left; negative when over
 * @param usedCalendarDays calendar days since receipt
 * @param deadline end of the clock; empty at an end or while it stands
 * @param holders who holds it: codes of parties, for example {@code agency:tax}
 * @param awaiting what is waited for by name, for example {@code agency tax: plugin not installed}; zh-CN
 * @param provisional does the deadline rest on a year not yet published?
 */
public record Progress(
        Step step,
        int usedWorkingDays,
        int leftWorkingDays,
        int usedCalendarDays,
        Optional<Deadline> deadline,
        List<String> holders,
        List<String> awaiting,
        boolean provisional) {
    /** Copies the lists. */
    public Progress {
        holders = List.copyOf(holders);
        awaiting = List.copyOf(awaiting);
    }

    /** One sentence for people: stage, days used and left with their unit, who holds it. Chinese or English. */
    public String in(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.onevisit.housing.view.Progress",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String where = texts.getString(step.stage().map(Enum::name).orElse(step.name()));
        if (!step.isOpen()) {
            return where;
        }
        String holder = holders.size() > 1 && holders.stream().allMatch(h -> h.startsWith("agency:"))
                ? MessageFormat.format(texts.getString("agencies"), holders.size())
                : holders.stream()
                        .map(h -> texts.containsKey(h) ? texts.getString(h) : h)
                        .collect(Collectors.joining("、"));
        String sentence = MessageFormat.format(
                texts.getString(leftWorkingDays < 0 ? "over" : "running"),
                where,
                usedWorkingDays,
                Math.abs(leftWorkingDays),
                holder);
        return provisional ? sentence + texts.getString("provisional") : sentence;
    }
}
