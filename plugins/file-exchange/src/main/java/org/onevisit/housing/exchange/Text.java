package org.onevisit.housing.exchange;

import static java.util.Objects.requireNonNull;

/**
 * What people read in an answer file. Holds no personal data and nothing from the file that is answered.
 *
 * @param chinese zh-CN
 * @param english the same in English
 */
public record Text(String chinese, String english) {
    /** Checks that nothing is null. */
    public Text {
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
    }
}
