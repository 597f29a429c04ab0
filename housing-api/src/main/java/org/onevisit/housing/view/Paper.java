package org.onevisit.housing.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.ApplicationNumber;

/**
 * A paper to print (文书). Holds personal data.
 *
 * @param number of the application
 * @param kind {@code receipt, make-good, acceptance, non-acceptance, decision, review}
 * @param paperNumber number of the paper
 * @param heading zh-CN
 * @param addressee name of the applicant
 * @param dated day of the paper
 * @param paragraphs zh-CN
 * @param items what is listed, zh-CN: papers received, papers missing, reasons
 * @param explanation criteria and amount, for a decision
 * @param remedies how to have it reviewed, zh-CN
 * @param basis legal basis
 * @param placeholders figures in it without an official source, zh-CN
 */
public record Paper(
        ApplicationNumber number,
        String kind,
        String paperNumber,
        String heading,
        String addressee,
        LocalDate dated,
        List<String> paragraphs,
        List<String> items,
        Optional<Explanation> explanation,
        List<String> remedies,
        String basis,
        List<String> placeholders) {
    /** Copies the lists. */
    public Paper {
        paragraphs = List.copyOf(paragraphs);
        items = List.copyOf(items);
        remedies = List.copyOf(remedies);
        placeholders = List.copyOf(placeholders);
    }

    @Override
    public String toString() {
        return "Paper " + kind + " of " + number;
    }
}
