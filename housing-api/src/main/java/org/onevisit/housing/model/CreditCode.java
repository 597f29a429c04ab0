package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

/**
 * The unified social credit code (统一社会信用代码) of an organisation, as GB 32100-2015 lays it down.
 *
 * @param code eighteen characters of the standard's alphabet, the last a check character
 */
public record CreditCode(String code) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException if a character is outside the alphabet or the check character does not fit
     */
    public CreditCode {
        requireNonNull(code, "code");
        if (code.length() != 18 || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw new IllegalArgumentException("a unified social credit code has 18 characters of " + ALPHABET);
        }
        if (code.charAt(17) != checkCharacter(code)) {
            throw new IllegalArgumentException("the check character of the unified social credit code does not fit");
        }
    }

    /** Computes the check character for the first seventeen; a remainder of 0 gives 0. */
    public static char checkCharacter(CharSequence seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return code;
    }
}
