package org.onevisit.housing.host.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.host.HousingHost;
import org.onevisit.housing.host.drill.Windows.Received;
import org.onevisit.housing.host.fake.FakeOffice;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.view.JournalEntry;

/** What must stand in the journals after the drill. */
final class Journals {
    private static final int CHECKS = 9;
    private final ApprovalService approvals;
    private final FakeOffice police;
    private final Set<String> stamps = new TreeSet<>();
    private final Set<String> editions = new TreeSet<>();

    Journals(HousingHost host, FakeOffice police) {
        this.approvals = host.approvalsFor(DrillSite.CLERK);
        this.police = police;
    }

    /** Each finding once, each inquiry under one name, each application by the edition of its moment; every version stands there. */
    void check(List<Received> received, Swaps swaps) {
        received.forEach(this::check);
        assertThat(police.inquiries()).as("inquiries at the police").hasSameSizeAs(received);
        assertThat(stamps).containsAll(stamps(Replacement.AGENCY_HTTP, swaps));
        assertThat(stamps).containsAll(stamps(Replacement.AGENCY_SIMULATED, swaps));
        assertThat(editions)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, swaps.version(Replacement.PACK_JAR))
                        .mapToObj(Replacement::edition)
                        .toList());
    }

    private static Set<String> stamps(Replacement kind, Swaps swaps) {
        return IntStream.rangeClosed(1, swaps.version(kind))
                .mapToObj(kind::stamp)
                .collect(Collectors.toSet());
    }

    private void check(Received received) {
        ApplicationNumber number = received.number();
        List<JournalEntry> entries = approvals.journal(number);
        assertThat(checks(entries, "FINDING_RECEIVED"))
                .as("findings of %s", number)
                .hasSize(CHECKS)
                .doesNotHaveDuplicates();
        assertThat(Set.copyOf(checks(entries, "INQUIRY_SENT")))
                .as("inquiries of %s", number)
                .hasSize(CHECKS);
        assertThat(entries)
                .extracting(JournalEntry::type)
                .as("journal of %s", number)
                .doesNotContain("FINDING_CONTRADICTED", "FINDING_RECORDED", "SLOT_OVERDUE");
        entries.forEach(entry -> stamps.add(entry.stamp()));
        judgedByItsEdition(received);
    }

    private static List<String> checks(List<JournalEntry> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.type().equals(type))
                .map(entry -> entry.outcomes().get(0))
                .toList();
    }

    private void judgedByItsEdition(Received received) {
        Explanation explanation = approvals.explanation(received.number());
        String version = explanation.edition().replace("pinghu ", "");
        int edition = IntStream.rangeClosed(received.earliest(), received.latest())
                .filter(n -> Replacement.edition(n).equals(version))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is judged by %s, and was submitted between %s and %s"
                        .formatted(
                                received.number(),
                                version,
                                Replacement.edition(received.earliest()),
                                Replacement.edition(received.latest()))));
        assertThat(explanation.judgement().criteria())
                .filteredOn(criterion -> criterion.text().contains("人均可支配收入"))
                .allMatch(criterion -> criterion.text().contains(Replacement.incomeLine(edition) + " 元"));
        editions.add(version);
    }
}
