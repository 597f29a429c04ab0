package org.onevisit.housing.core.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.state.Slot;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;

/** One inquiry as a plugin sees it: the declared fields of the persons asked about, and nothing else. */
record CoreInquiry(
        String id,
        String check,
        List<InquiryPerson> persons,
        Set<FactKey> wanted,
        Optional<String> earlierTicket,
        Deadline dueBy,
        Instant callEndsAt,
        LocalDate askedOn,
        WorkCalendar calendar)
        implements Inquiry {

    static CoreInquiry of(
            State state, Slot slot, CheckProfile profile, Deadline dueBy, Instant now, WorkCalendar calendar) {
        List<InquiryPerson> persons = state.application().household().members().stream()
                .filter(m -> slot.asked().contains(m.id()))
                .map(m -> (InquiryPerson) new Person(m.id(), fields(m, profile.needs())))
                .toList();
        return new CoreInquiry(
                slot.inquiry(),
                slot.check(),
                persons,
                profile.supplies(),
                slot.ticket(),
                dueBy,
                now.plus(profile.callTimeout()),
                org.onevisit.housing.core.state.Days.of(now),
                calendar);
    }

    /** The declared fields of a member, as text. */
    static Map<MemberField, String> fields(Member member, Set<MemberField> needs) {
        Map<MemberField, String> fields = new EnumMap<>(MemberField.class);
        for (MemberField field : needs) {
            fields.put(
                    field,
                    switch (field) {
                        case NAME -> member.name();
                        case RESIDENT_ID -> member.identity().number();
                        case BIRTH_DATE -> member.identity().birthDate().toString();
                        case SEX -> member.identity().sex().name();
                        case RELATION -> member.relation().name();
                        case MARITAL_STATUS -> member.maritalStatus().name();
                        case REGISTER_DIVISION -> member.register().code();
                    });
        }
        return fields;
    }

    @Override
    public LocalDate workingDaysFromNow(int days) {
        return calendar.after(askedOn, DayCount.working(days)).day();
    }

    @Override
    public String toString() {
        return "inquiry " + id;
    }

    private record Person(String id, Map<MemberField, String> fields) implements InquiryPerson {
        @Override
        public String field(MemberField field) {
            String value = fields.get(field);
            if (value == null) {
                throw new IllegalStateException("field " + field + " is not declared in the check's profile");
            }
            return value;
        }

        @Override
        public String toString() {
            return "person " + id;
        }
    }
}
