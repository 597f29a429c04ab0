package org.onevisit.housing.core.engine;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.onevisit.housing.core.rules.Ids;

/** Names from a source of chance: a secure one, or a seeded one for a simulation. */
final class RandomIds implements Ids {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RECEIPT = 10;
    private static final int ITEM = 12;
    private final RandomGenerator random;

    private RandomIds(RandomGenerator random) {
        this.random = random;
    }

    static RandomIds secure() {
        return new RandomIds(new SecureRandom());
    }

    static RandomIds seeded(long seed) {
        return new RandomIds(new java.util.SplittableRandom(seed));
    }

    @Override
    public String receipt() {
        String code = text(RECEIPT);
        return code + checkOf(code);
    }

    @Override
    public String item() {
        return "N" + text(ITEM);
    }

    /** Is this a code that a receipt may carry? Tells typing errors from guesses. */
    static boolean plausible(String code) {
        return code.length() == RECEIPT + 1
                && code.chars().allMatch(c -> CROCKFORD.indexOf(c) >= 0)
                && checkOf(code.substring(0, RECEIPT)) == code.charAt(RECEIPT);
    }

    private static char checkOf(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum = (sum * 32 + CROCKFORD.indexOf(code.charAt(i))) % 31;
        }
        return CROCKFORD.charAt(sum);
    }

    private synchronized String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
        }
        return text.toString();
    }
}
