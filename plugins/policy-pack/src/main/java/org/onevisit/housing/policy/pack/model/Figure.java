package org.onevisit.housing.policy.pack.model;

import java.math.BigDecimal;

/**
 * A number that a county has laid down.
 *
 * @param name name in expressions
 * @param text for people, zh-CN
 * @param value with the decimals that the pack writes
 * @param unit zh-CN, or empty
 * @param placeholder has it no official source?
 */
public record Figure(String name, String text, BigDecimal value, String unit, boolean placeholder) {
    /** Reads one. */
    public static Figure of(String name, Part part) {
        return new Figure(name, part.text("text", name), part.decimal(), part.text("unit"), part.placeholder());
    }
}
