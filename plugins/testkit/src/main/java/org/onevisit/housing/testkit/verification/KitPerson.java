package org.onevisit.housing.testkit.verification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.spi.verification.MemberField;

/** A person who does not exist: the area 330499 of the identity number is assigned to no place. Immutable. */
public final class KitPerson {
    private static final String AREA = "330499";
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1961, 3, 7);
    private static final int DAYS_APART = 397;
    private static final int DIFFERENT_BIRTHDAYS = 60;

    private final String id;
    private final Map<MemberField, String> fields;

    private KitPerson(String id, Map<MemberField, String> fields) {
        this.id = id;
        this.fields = fields;
    }

    /** The n-th person, from 0; called {@code m<n + 1>} in inquiries. */
    public static KitPerson number(int n) {
        LocalDate birth = FIRST_BIRTHDAY.plusDays((long) DAYS_APART * (n % DIFFERENT_BIRTHDAYS));
        Map<MemberField, String> fields = new EnumMap<>(MemberField.class);
        fields.put(MemberField.NAME, "测试人" + n + "号");
        fields.put(MemberField.RESIDENT_ID, residentId(birth, n));
        fields.put(MemberField.BIRTH_DATE, birth.toString());
        fields.put(MemberField.SEX, ResidentId.parse(residentId(birth, n)).sex().name());
        fields.put(MemberField.RELATION, "OTHER");
        fields.put(MemberField.MARITAL_STATUS, "UNMARRIED");
        fields.put(MemberField.REGISTER_DIVISION, "330482001");
        return new KitPerson("m" + (n + 1), fields);
    }

    private static String residentId(LocalDate birth, int n) {
        int sequence = n / DIFFERENT_BIRTHDAYS % 1000;
        String seventeen = AREA + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + "%03d".formatted(sequence);
        return seventeen + ResidentId.checkDigit(seventeen);
    }

    /** This person, with another value in one field. */
    public KitPerson with(MemberField field, String value) {
        Map<MemberField, String> changed = new EnumMap<>(fields);
        changed.put(field, requireNonNull(value, "value"));
        return new KitPerson(id, changed);
    }

    /** Name of the person in an inquiry. */
    public String id() {
        return id;
    }

    /** The value of a field. */
    public String field(MemberField field) {
        return requireNonNull(fields.get(field), "every field has a value");
    }

    /** What must never be seen outside the call. */
    List<String> secrets() {
        return List.of(field(MemberField.NAME), field(MemberField.RESIDENT_ID), field(MemberField.BIRTH_DATE));
    }

    @Override
    public String toString() {
        return id;
    }
}
