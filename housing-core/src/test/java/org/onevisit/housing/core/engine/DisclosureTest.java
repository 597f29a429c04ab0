package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;
import org.onevisit.housing.view.Disclosures;

/** Least data, and who has seen it. */
class DisclosureTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private final County county = County.with(1, FIRST);

    /** A version of a check that needs these fields, tries to read every one, and promises an answer. */
    private static final class FakeReader implements AgencyCheck {
        private final MemberField[] needs;
        private final Set<MemberField> read = new TreeSet<>();
        private final Set<MemberField> refused = new TreeSet<>();

        FakeReader(MemberField... needs) {
            this.needs = needs;
        }

        @Override
        public CheckProfile profile() {
            return CheckProfile.of("check-1")
                    .agency("agency-1")
                    .supplies(FactKey.HOME_COUNT)
                    .needs(needs);
        }

        @Override
        public Reply check(Inquiry inquiry) {
            for (InquiryPerson person : inquiry.persons()) {
                for (MemberField field : MemberField.values()) {
                    read(person, field);
                }
                assertThat(person.toString()).doesNotContain("测试").doesNotContain("330499");
            }
            return Reply.later("ticket-1", inquiry.askedOn());
        }

        private void read(InquiryPerson person, MemberField field) {
            try {
                assertThat(person.field(field)).isNotEmpty();
                read.add(field);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining(field.name());
                refused.add(field);
            }
        }
    }

    private void serve(AgencyCheck check, String version) {
        county.engine.core().agencies().arrive(check, "fake.reader@" + version, 10);
    }

    @Test
    @DisplayName("a check reads the fields that it declared; every other one is refused")
    void undeclaredFieldsCannotBeRead() {
        for (MemberField declared : MemberField.values()) {
            FakeReader check = new FakeReader(declared);
            County fresh = County.with(1, FIRST);
            fresh.engine.core().agencies().arrive(check, "fake.reader@1", 10);
            fresh.accepted();
            assertThat(check.read).containsExactly(declared);
            assertThat(check.refused).hasSize(MemberField.values().length - 1).doesNotContain(declared);
        }
    }

    @Test
    @DisplayName("a version that needs more than the one before is told more, and the journal names what was added")
    void newVersionNeedsMore() {
        serve(new FakeReader(MemberField.RESIDENT_ID), "1");
        ApplicationNumber number = county.accepted();
        serve(new FakeReader(MemberField.RESIDENT_ID, MemberField.NAME, MemberField.SEX), "2");
        county.on("2025-03-05");
        serve(new FakeReader(MemberField.NAME), "3");
        county.on("2025-03-07");
        List<Disclosures.Told> told = county.clerk().disclosures(number).told();
        assertThat(told).extracting(Disclosures.Told::stamp).containsExactly("fake.reader@1", "fake.reader@2");
        assertThat(told.get(0).fields()).containsExactly("RESIDENT_ID");
        assertThat(told.get(1).fields()).containsExactly("NAME", "SEX");
    }

    @Test
    @DisplayName("an officer of the agency sees on the list of inquiries what the agency was told, and no more")
    void officersSeeWhatWasTold() {
        serve(new FakeReader(MemberField.RESIDENT_ID), "1");
        county.accepted();
        serve(new FakeReader(MemberField.RESIDENT_ID, MemberField.NAME), "2");
        assertThat(county.officer(1)
                        .inquiries("agency-1", "", 10)
                        .items()
                        .get(0)
                        .persons()
                        .get("m1"))
                .containsOnlyKeys("RESIDENT_ID");
    }

    @Test
    @DisplayName(
            "the book tells which agency was told what about whom, when, and under whose signature; nothing personal")
    void whoWasToldWhat() {
        ApplicationNumber number = county.accepted();
        Disclosures book = county.applicant(number).disclosures(number);
        Disclosures.Told told = book.told().get(0);
        assertThat(told.agency()).isEqualTo("agency-1");
        assertThat(told.at()).isEqualTo(county.clock.instant());
        assertThat(told.members()).containsExactly("m1", "m2", "m3");
        assertThat(told.fields()).containsExactly("NAME", "RESIDENT_ID");
        assertThat(told.authorisations())
                .extracting(Authorisation::member, Authorisation::signedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("m1", "m1"),
                        org.assertj.core.groups.Tuple.tuple("m2", "m2"),
                        org.assertj.core.groups.Tuple.tuple("m3", "m1"));
        assertThat(book.toString()).doesNotContain("测试").doesNotContain("330499");
    }

    @Test
    @DisplayName("who has read it stands there with role, moment and part, this reading included")
    void whoHasRead() {
        ApplicationNumber number = county.accepted();
        county.reviewer().evidence(number);
        Disclosures book = county.clerk().disclosures(number);
        assertThat(book.readings())
                .extracting(Disclosures.Reading::actor, Disclosures.Reading::role, Disclosures.Reading::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("reviewer", "SUBDISTRICT_REVIEWER", "evidence"),
                        org.assertj.core.groups.Tuple.tuple("clerk", "WINDOW_CLERK", "disclosures"));
    }

    @Test
    @DisplayName("findings that another application used stand in both books; its number is told to clerks only")
    void recognitionStandsInBoth() {
        ApplicationNumber first = county.accepted();
        county.clerk().perform(first, new Command.Withdraw("改期再办"));
        ApplicationNumber second = county.accepted();
        assertThat(county.clerk().disclosures(first).readings())
                .extracting(Disclosures.Reading::what)
                .contains("recognition for " + second);
        assertThat(county.applicant(first).disclosures(first).readings())
                .extracting(Disclosures.Reading::what)
                .contains("recognition")
                .noneMatch(what -> what.contains(second.value()));
        Disclosures.Told told = county.clerk().disclosures(second).told().get(0);
        assertThat(told.recognised()).isTrue();
        assertThat(told.members()).containsExactly("m1", "m2", "m3");
        assertThat(told.fields()).isEmpty();
        assertThat(county.clerk().origins(second))
                .allSatisfy(origin -> assertThat(origin.inquiry()).hasValue(first + ".check-1.1"));
        assertThat(county.applicant(second).origins(second)).allSatisfy(origin -> {
            assertThat(origin.recognised()).isTrue();
            assertThat(origin.inquiry()).isEmpty();
        });
    }

    @Test
    @DisplayName("reviewers, panel and officers do not get the book")
    void notForEverybody() {
        ApplicationNumber number = county.accepted();
        Arrays.asList(county.reviewer(), county.panel(), county.officer(1))
                .forEach(door ->
                        assertThatThrownBy(() -> door.disclosures(number)).isInstanceOf(HousingException.class));
        assertThat(county.supervisor().disclosures(number).told()).hasSize(1);
    }
}
