package org.onevisit.housing.testkit.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.calendar.Deadline;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;

/**
 * An inquiry about people who do not exist, as the core would make it; for tests of a check.
 *
 * <pre>{@code
 * Inquiry inquiry = KitInquiry.of(check.profile()).persons(3).build();
 * }</pre>
 *
 * <p>Safe for every thread. Its calendar knows weekends only.
 */
public final class KitInquiry implements Inquiry {
    /** The day on which inquiries are asked unless they say otherwise. */
    public static final LocalDate TODAY = LocalDate.of(2025, 1, 2);

    private static final WorkCalendar CALENDAR = new WeekendCalendar();
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final int DUE_WORKING_DAYS = 10;

    private final Builder parts;
    private final Queue<MemberField> undeclaredReads = new ConcurrentLinkedQueue<>();

    private KitInquiry(Builder parts) {
        this.parts = parts;
    }

    /** Begins an inquiry of the check with this profile: one person, every fact wanted that it supplies. */
    public static Builder of(CheckProfile profile) {
        return new Builder(profile);
    }

    /** Builds an inquiry. Not safe for threads. */
    public static final class Builder {
        private final CheckProfile profile;
        private String id;
        private List<KitPerson> people = List.of(KitPerson.number(0));
        private LocalDate askedOn = TODAY;
        private Optional<String> earlierTicket = Optional.empty();
        private boolean lenient;

        private Builder(CheckProfile profile) {
            this.profile = profile;
            id = "330482-20250102-000001." + profile.check() + ".1";
        }

        private Builder(Builder other) {
            this(other.profile);
            id = other.id;
            people = other.people;
            askedOn = other.askedOn;
            earlierTicket = other.earlierTicket;
            lenient = other.lenient;
        }

        /** The n-th inquiry: its id and its only person are those of no other. */
        public Builder number(int n) {
            id = "330482-20250102-%06d.%s.1".formatted(n + 1, profile.check());
            people = List.of(KitPerson.number(n));
            return this;
        }

        /** About so many people. */
        public Builder persons(int count) {
            return persons(IntStream.range(0, count).mapToObj(KitPerson::number).toArray(KitPerson[]::new));
        }

        /** About these people. */
        public Builder persons(KitPerson... persons) {
            people = List.of(persons);
            return this;
        }

        /** Asked on this day. */
        public Builder askedOn(LocalDate day) {
            askedOn = day;
            return this;
        }

        /** Asked before, and this ticket was given. */
        public Builder earlierTicket(String ticket) {
            earlierTicket = Optional.of(ticket);
            return this;
        }

        /** A field that is not declared is noted and given, so that one fault breaks one rule. */
        Builder lenient() {
            lenient = true;
            return this;
        }

        /** The inquiry. */
        public KitInquiry build() {
            return new KitInquiry(new Builder(this));
        }
    }

    /** The same inquiry, asked again with the ticket that was given. */
    public KitInquiry again(String ticket) {
        return new KitInquiry(new Builder(parts).earlierTicket(ticket));
    }

    /** The people asked about. */
    public List<KitPerson> people() {
        return parts.people;
    }

    /** Fields that were read though the profile does not declare them. */
    public List<MemberField> undeclaredReads() {
        return List.copyOf(undeclaredReads);
    }

    String ticket() {
        return parts.earlierTicket.orElseThrow();
    }

    @Override
    public String id() {
        return parts.id;
    }

    @Override
    public String check() {
        return parts.profile.check();
    }

    @Override
    public List<InquiryPerson> persons() {
        List<InquiryPerson> persons = new ArrayList<>();
        parts.people.forEach(person -> persons.add(new Guarded(person)));
        return persons;
    }

    @Override
    public Set<FactKey> wanted() {
        return parts.profile.supplies();
    }

    @Override
    public Optional<String> earlierTicket() {
        return parts.earlierTicket;
    }

    @Override
    public Deadline dueBy() {
        return CALENDAR.after(parts.askedOn, DayCount.working(DUE_WORKING_DAYS));
    }

    @Override
    public Instant callEndsAt() {
        return parts.askedOn
                .atTime(OPENING)
                .atZone(WorkCalendar.ZONE)
                .toInstant()
                .plus(parts.profile.callTimeout());
    }

    @Override
    public LocalDate askedOn() {
        return parts.askedOn;
    }

    @Override
    public LocalDate workingDaysFromNow(int days) {
        return CALENDAR.after(parts.askedOn, DayCount.working(days)).day();
    }

    @Override
    public String toString() {
        return "inquiry " + parts.id;
    }

    /** Hands over what the profile declares. */
    private final class Guarded implements InquiryPerson {
        private final KitPerson person;

        Guarded(KitPerson person) {
            this.person = person;
        }

        @Override
        public String id() {
            return person.id();
        }

        @Override
        public String field(MemberField field) {
            if (!parts.profile.needs().contains(field)) {
                undeclaredReads.add(field);
                if (!parts.lenient) {
                    throw new IllegalStateException("check " + check() + " read " + field
                            + ", which its profile does not declare; add it to needs(…) or do not read it (V-06)");
                }
            }
            return person.field(field);
        }

        @Override
        public String toString() {
            return person.id();
        }
    }
}
