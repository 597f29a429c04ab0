package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.testkit.store.InMemoryStore;
import org.onevisit.housing.view.JournalEntry;

class CollectionTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    private final FakeCollector agency = new FakeCollector(MemberField.NAME, MemberField.RESIDENT_ID);

    private County county(FakeCollector... agencies) {
        County county = County.over(new InMemoryStore(), 1, MONDAY);
        county.remove(county.checks.get(0));
        for (FakeCollector one : agencies) {
            county.engine.core().agencies().arrive(one, "fake.files@1.0.0", 0);
        }
        return county;
    }

    private static Finding homes(int count, String... persons) {
        Map<String, Answer> answers = new java.util.LinkedHashMap<>();
        for (String person : persons) {
            answers.put(person, Answer.facts(MONDAY).put(FactKey.HOME_COUNT, count));
        }
        return Finding.of(answers);
    }

    private static List<String> journal(County county, ApplicationNumber number, String type) {
        return county.supervisor().journal(number).stream()
                .map(JournalEntry::type)
                .filter(type::equals)
                .toList();
    }

    private static void collect(County county) {
        county.engine.runDue(county.clock.instant().plus(Duration.ofMinutes(2)));
    }

    @Test
    @DisplayName("an agency collects while no answer is waited for too: a late one is found, and recorded once")
    void lateAnswers() {
        County county = county(agency);
        ApplicationNumber number = county.accepted();
        String ticket = "T-" + agency.asked.get(0).id();
        county.clerk().perform(number, new Command.Withdraw("不再申请"));
        List<DeliveryOutcome> outcomes = new ArrayList<>();
        agency.collects(pickup -> {
            assertThat(pickup.openTickets()).isEmpty();
            outcomes.add(pickup.deliver(ticket, homes(0, "m1", "m2", "m3")));
            outcomes.add(pickup.deliver(ticket, homes(0, "m1", "m2", "m3")));
        });
        collect(county);
        assertThat(outcomes).containsExactly(DeliveryOutcome.LATE, DeliveryOutcome.DUPLICATE);
        assertThat(journal(county, number, "FINDING_RECORDED")).hasSize(1);
    }

    @Test
    @DisplayName("an answer that contradicts is recorded once, however often it comes; another one is recorded too")
    void contradictionsOnce() {
        County county = county(agency);
        ApplicationNumber number = county.accepted();
        String ticket = "T-" + agency.asked.get(0).id();
        List<DeliveryOutcome> outcomes = new ArrayList<>();
        agency.collects(pickup -> {
            for (int homes : List.of(0, 1, 1, 0, 2, 1)) {
                outcomes.add(pickup.deliver(ticket, homes(homes, "m1")));
            }
        });
        collect(county);
        assertThat(outcomes)
                .containsExactly(
                        DeliveryOutcome.APPLIED,
                        DeliveryOutcome.CONTRADICTS,
                        DeliveryOutcome.DUPLICATE,
                        DeliveryOutcome.DUPLICATE,
                        DeliveryOutcome.CONTRADICTS,
                        DeliveryOutcome.DUPLICATE);
        assertThat(journal(county, number, "FINDING_CONTRADICTED")).hasSize(2);
    }

    @Test
    @DisplayName(
            "a person is found by id, by ticket or inquiry, and by the number that the check was told; nobody else is")
    void persons() {
        County county = county(agency);
        county.accepted();
        String id = agency.asked.get(0).id();
        String number = agency.asked.get(0).persons().get(1).field(MemberField.RESIDENT_ID);
        agency.collects(pickup -> {
            for (String name : List.of(id, "T-" + id)) {
                assertThat(pickup.person(name, "m1")).contains(new Pickup.Asked("m1", false));
                assertThat(pickup.person(name, number)).contains(new Pickup.Asked("m2", false));
                assertThat(pickup.person(name, Finding.HOUSEHOLD)).contains(new Pickup.Asked(Finding.HOUSEHOLD, false));
                assertThat(pickup.person(name, "m9")).isEmpty();
                assertThat(pickup.person(name, "330499199003070999")).isEmpty();
            }
            assertThat(pickup.person("T-" + id + "x", "m1")).isEmpty();
            pickup.deliver(id, homes(0, "m1"));
            assertThat(pickup.person(id, "m1")).contains(new Pickup.Asked("m1", true));
            assertThat(pickup.person(id, "m3")).contains(new Pickup.Asked("m3", false));
        });
        collect(county);
        assertThat(agency.collections).hasValue(1);
    }

    @Test
    @DisplayName("who was not told the number of anybody finds nobody by it")
    void numbersNotTold() {
        FakeCollector modest = new FakeCollector(MemberField.NAME);
        County county = county(modest);
        county.accepted();
        String number =
                county.application().household().members().get(0).identity().number();
        modest.collects(pickup -> {
            assertThat(pickup.person(modest.asked.get(0).id(), "m1")).isPresent();
            assertThat(pickup.person(modest.asked.get(0).id(), number)).isEmpty();
        });
        collect(county);
        assertThat(modest.collections).hasValue(1);
    }

    @Test
    @DisplayName("of two plugins for one check the one that serves collects, and no more than once a minute")
    void theServingOneCollects() {
        FakeCollector other = new FakeCollector(MemberField.NAME);
        County county = county(agency, other);
        county.accepted();
        collect(county);
        collect(county);
        FakeCollector serving = agency.asked.isEmpty() ? other : agency;
        FakeCollector shadowed = agency.asked.isEmpty() ? agency : other;
        assertThat(serving.collections).hasValue(1);
        assertThat(shadowed.collections).hasValue(0);
    }
}
