package org.onevisit.housing.benchmark.ours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.spi.calendar.WorkCalendar;

/** Households of three that nobody has: each index another one, the same each time. */
final class Households {
    static final Division COUNTY = Division.of("330482");
    static final Division SUBDISTRICT = Division.of("330482001");
    private static final List<String> MEMBERS = List.of("m1", "m2", "m3");
    private static final int PER_DAY = 333;

    private Households() {}

    /** What the household of this index hands in. */
    static Application application(int index, Instant receivedAt) {
        LocalDate today = LocalDate.ofInstant(receivedAt, WorkCalendar.ZONE);
        return Application.builder()
                .division(COUNTY)
                .intake(new Intake("intake-window", "citywide", receivedAt))
                .applicant("m1")
                .contact(new Contact("1380000%04d".formatted(index % 10_000), Set.of(Contact.Way.SMS)))
                .household(new Household(
                        SUBDISTRICT,
                        "测试路%d号".formatted(1 + index % 300),
                        List.of(
                                adult("m1", Member.Relation.SELF, number(index, 1980, 1)),
                                adult("m2", Member.Relation.SPOUSE, number(index, 1980, 2)),
                                new Member(
                                        "m3",
                                        "测试丙",
                                        Member.Relation.CHILD,
                                        number(index, 2015, 3),
                                        SUBDISTRICT,
                                        Optional.empty(),
                                        Member.MaritalStatus.UNMARRIED,
                                        Optional.of("m1")))))
                .documents(documents())
                .authorisations(Stream.of("m1", "m2", "m3")
                        .map(member -> new Authorisation(
                                member,
                                Authorisation.HOUSING_SECURITY_VERIFICATION,
                                member.equals("m2") ? "m2" : "m1",
                                today,
                                "d4"))
                        .toList())
                .build();
    }

    private static List<Document> documents() {
        return List.of(
                new Document("d1", Document.ID_CARD, MEMBERS, Optional.of("clerk-1")),
                new Document("d2", Document.HOUSEHOLD_REGISTER, MEMBERS, Optional.of("clerk-1")),
                new Document("d3", Document.APPLICATION_FORM, MEMBERS, Optional.empty()),
                new Document("d4", Document.ECONOMIC_STATUS_INQUIRY_FORM, MEMBERS, Optional.empty()));
    }

    private static Member adult(String id, Member.Relation relation, ResidentId number) {
        return new Member(
                id,
                "测试甲",
                relation,
                number,
                SUBDISTRICT,
                Optional.empty(),
                Member.MaritalStatus.MARRIED,
                Optional.empty());
    }

    /** A number of an area that was never assigned; its day and order come from the index. */
    private static ResidentId number(int index, int firstYear, int place) {
        LocalDate born = LocalDate.of(firstYear, 1, 1).plusDays(index / PER_DAY % 3000);
        String seventeen =
                "330499%s%03d".formatted(born.format(DateTimeFormatter.BASIC_ISO_DATE), index % PER_DAY * 3 + place);
        return ResidentId.parse(seventeen + ResidentId.checkDigit(seventeen));
    }
}
