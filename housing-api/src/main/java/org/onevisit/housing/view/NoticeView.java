package org.onevisit.housing.view;

import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.spi.publicity.PublicityPolicy;

/**
 * A public notice.
 *
 * @param item id; neither an application number nor a receipt
 * @param county name, zh-CN
 * @param lines masked
 * @param firstDay first day of the period
 * @param lastDay last day of the period
 * @param open may it be objected to now
 */
public record NoticeView(
        String item,
        String county,
        List<PublicityPolicy.Line> lines,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean open) {
    /** Copies the list. */
    public NoticeView {
        lines = List.copyOf(lines);
    }
}
