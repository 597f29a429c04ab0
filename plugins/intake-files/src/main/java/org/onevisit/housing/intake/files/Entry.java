package org.onevisit.housing.intake.files;

import java.util.List;
import java.util.regex.Pattern;
import org.onevisit.housing.exchange.Text;
import org.onevisit.housing.exchange.Texts;
import org.onevisit.housing.process.ErrorCode;

/**
 * One application of a file.
 *
 * @param row in which it begins
 * @param reference the sender's name for it; empty when there is none that may be used
 * @param json the submission as it goes over REST; personal data
 * @param members row of each member, where each has its own
 * @param faults what is wrong before the core has looked at it; then it is not handed in
 */
record Entry(int row, String reference, String json, List<Integer> members, List<Fault> faults) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
    private static final Texts TEXTS = Texts.beside(Entry.class);

    /** Copies the lists. */
    Entry {
        members = List.copyOf(members);
        faults = List.copyOf(faults);
    }

    /**
     * Something that is wrong.
     *
     * @param row where
     * @param pointer where in the submission (RFC 6901)
     * @param code what
     * @param text for people
     * @param cure what to do
     */
    record Fault(int row, String pointer, ErrorCode code, Text text, Text cure) {
        static Fault of(int row, String pointer, ErrorCode code, String key, Object... arguments) {
            return new Fault(row, pointer, code, TEXTS.of(key, arguments), TEXTS.of(key + ".cure", arguments));
        }
    }

    /** May this be a reference? It is repeated in answers and kept, so it must not be an identity number. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches() && !LIKE_A_NUMBER.matcher(text).find();
    }

    /** The fault of a reference that is none. */
    static Fault badReference(int row, String text) {
        return text.isEmpty()
                ? Fault.of(row, "/reference", ErrorCode.MISSING_FIELD, "no-reference")
                : Fault.of(row, "/reference", ErrorCode.BAD_TEXT, "reference");
    }

    /** The row that a pointer leads to. */
    int rowOf(String pointer) {
        String[] parts = pointer.split("/", -1);
        if (parts.length > 3
                && parts[1].equals("household")
                && parts[2].equals("members")
                && parts[3].matches("\\d{1,3}")) {
            int member = Integer.parseInt(parts[3]);
            return member < members.size() ? members.get(member) : row;
        }
        return row;
    }

    @Override
    public String toString() {
        return "row " + row;
    }
}
