package org.onevisit.housing.spi.publicity;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice as an outlet shows it.
 *
 * @param item id of the item; neither an application number nor a receipt
 * @param county name of the county, zh-CN
 * @param lines masked
 * @param firstDay first day of the period
 * @param lastDay last day of the period
 */
public record Posting(
        String item, String county, List<PublicityPolicy.Line> lines, LocalDate firstDay, LocalDate lastDay) {
    /** Copies the list. */
    public Posting {
        requireNonNull(item, "item");
        requireNonNull(county, "county");
        lines = List.copyOf(lines);
        requireNonNull(firstDay, "firstDay");
        requireNonNull(lastDay, "lastDay");
    }
}
