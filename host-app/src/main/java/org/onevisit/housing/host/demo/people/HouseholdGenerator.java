package org.onevisit.housing.host.demo.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Assistance;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Contact;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.model.Intake;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.calendar.WorkCalendar;
import org.onevisit.housing.spi.policy.ProcessRules.DocumentRule;
import org.onevisit.housing.view.FormView;

/** Invents households of a county, and what they hand in. The same draws give the same household. Not for several threads. */
public final class HouseholdGenerator {
    /** The window of the city, which takes everybody. */
    public static final String CITYWIDE = "citywide";

    /** Officer who sees the originals at the window. */
    public static final String CLERK = "clerk-1";

    /** Three subdistricts and six towns, numbered as GB/T 10114 does; in Pinghu they are all there are. */
    private static final List<String> PLACES = List.of("001", "002", "003", "100", "101", "102", "103", "104", "105");

    private final IdNumbers numbers = new IdNumbers();
    private final Division county;
    private final List<DocumentRule> papers;

    /** Households for what this form asks. */
    public HouseholdGenerator(FormView form) {
        this.county = form.division();
        this.papers = form.documents().stream().filter(DocumentRule::required).toList();
    }

    /**
     * The next household.
     *
     * @param index of it
     * @param draws that decide about it
     * @param receivedAt when it is handed in
     * @param flaw what is wrong with it
     * @param elsewhere a member of another household, who is listed in this one too; with MEMBER_ELSEWHERE only
     */
    public Submission next(int index, Draws draws, Instant receivedAt, Flaw flaw, Optional<Member> elsewhere) {
        LocalDate today = LocalDate.ofInstant(receivedAt, WorkCalendar.ZONE);
        Division home = Division.of(county.code() + draws.pick(PLACES));
        List<Member> members = new ArrayList<>(new Family(numbers, draws, today, home).members());
        elsewhere.map(other -> relative(other, members.size())).ifPresent(members::add);
        Application whole = Application.builder()
                .assistance(draws.happens(50) ? Assistance.PUBLIC_RENTAL_UNIT : Assistance.RENT_SUBSIDY)
                .division(county)
                .intake(new Intake("intake-window", CITYWIDE, receivedAt))
                .applicant("m1")
                .contact(new Contact("1380000%04d".formatted(draws.between(0, 9999)), EnumSet.allOf(Contact.Way.class)))
                .household(new Household(home, "测试路%d号".formatted(draws.between(1, 300)), members))
                .documents(documents(members))
                .authorisations(signatures(members, today))
                .build();
        Application handedIn = flawed(whole, flaw, draws);
        ObjectNode json = SubmissionText.of(handedIn);
        if (flaw == Flaw.MALFORMED) {
            draws.pick(List.of(Malformation.values())).spoil(json);
        }
        return new Submission(index, flaw, json.toString(), whole, handedIn);
    }

    private static Member relative(Member other, int size) {
        return new Member(
                "m" + (size + 1),
                other.name(),
                Member.Relation.OTHER,
                other.identity(),
                other.register(),
                other.registeredSince(),
                other.maritalStatus(),
                Optional.empty());
    }

    private List<Document> documents(List<Member> members) {
        List<String> everybody = members.stream().map(Member::id).toList();
        List<Document> documents = new ArrayList<>();
        for (DocumentRule paper : papers) {
            documents.add(new Document("d" + (documents.size() + 1), paper.kind(), everybody, Optional.of(CLERK)));
        }
        return documents;
    }

    private List<Authorisation> signatures(List<Member> members, LocalDate today) {
        String form = papers.stream().anyMatch(p -> p.kind().equals(Document.ECONOMIC_STATUS_INQUIRY_FORM))
                ? "d" + (kinds().indexOf(Document.ECONOMIC_STATUS_INQUIRY_FORM) + 1)
                : "d1";
        return members.stream()
                .map(member -> new Authorisation(
                        member.id(),
                        Authorisation.HOUSING_SECURITY_VERIFICATION,
                        member.guardian().orElse(member.id()),
                        today,
                        form))
                .toList();
    }

    private List<String> kinds() {
        return papers.stream().map(DocumentRule::kind).toList();
    }

    /** Leaves out a paper that no signature stands on, or one signature. */
    private static Application flawed(Application whole, Flaw flaw, Draws draws) {
        if (flaw == Flaw.MISSING_PAPER) {
            List<Document> papers = new ArrayList<>(whole.documents());
            papers.removeIf(paper -> whole.authorisations().get(0).document().equals(paper.id()));
            Document left = draws.pick(papers);
            return whole.toBuilder()
                    .documents(whole.documents().stream()
                            .filter(paper -> !paper.equals(left))
                            .toList())
                    .build();
        }
        if (flaw == Flaw.MISSING_SIGNATURE) {
            Authorisation left = draws.pick(whole.authorisations());
            return whole.toBuilder()
                    .authorisations(whole.authorisations().stream()
                            .filter(signature -> !signature.equals(left))
                            .toList())
                    .build();
        }
        return whole;
    }
}
