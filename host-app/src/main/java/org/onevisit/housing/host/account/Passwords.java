package org.onevisit.housing.host.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/** Passwords: argon2id over 19 MiB, two rounds; 16 bytes of salt. */
final class Passwords {
    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT = 16;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** Hashes a password. */
    static String hash(char[] password) {
        return Password.hash(CharBuffer.wrap(password))
                .addRandomSalt(SALT)
                .with(ARGON)
                .getResult();
    }

    /** Does the password fit? */
    static boolean fits(char[] password, String hash) {
        return password.length <= LONGEST
                && Password.check(CharBuffer.wrap(password), hash).with(ARGON);
    }

    /** Takes as long as {@link #fits}, for names that are not there. */
    static boolean fitsNobody(char[] password) {
        fits(password, Nobody.HASH);
        return false;
    }

    /** A random password, easy to read out: about 98 bits. */
    static String oneTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /**
     * Checks that a password is worth its name.
     *
     * @throws HousingException BAD_ARGUMENT otherwise
     */
    static void requireStrong(String name, char[] password) {
        boolean sized = password.length >= SHORTEST && password.length <= LONGEST;
        long different = CharBuffer.wrap(password).chars().distinct().count();
        if (!sized || different < SHORTEST / 2 || new String(password).contains(name)) {
            throw new HousingException(
                    ErrorCode.BAD_ARGUMENT,
                    "a password has %d to %d characters, at least %d different ones, and does not contain the account's name"
                            .formatted(SHORTEST, LONGEST, SHORTEST / 2));
        }
    }

    /** Of a password that nobody has; what an unknown name is compared with. Made when it is first wanted, since it takes a while. */
    private static final class Nobody {
        static final String HASH = hash(oneTime().toCharArray());
    }
}
