package org.onevisit.housing.testkit.verification;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Pickup;
import org.onevisit.housing.spi.verification.Reply;

/** A check that keeps every rule; the bad ones differ in one thing each. */
class FakeGoodCheck implements AgencyCheck {
    static final String AGENCY = "real-estate";
    final FakeAgency agency;

    FakeGoodCheck(FakeAgency agency) {
        this.agency = agency;
    }

    @Override
    public CheckProfile profile() {
        return CheckProfile.of("homes")
                .agency(AGENCY)
                .supplies(FactKey.HOME_COUNT)
                .needs(MemberField.RESIDENT_ID);
    }

    @Override
    public Reply check(Inquiry inquiry) {
        Map<String, String> numbers = new LinkedHashMap<>();
        inquiry.persons().forEach(person -> numbers.put(person.id(), person.field(MemberField.RESIDENT_ID)));
        Optional<String> answer = ask(inquiry.id(), numbers);
        return answer.<Reply>map(text -> Reply.now(read(text, inquiry.askedOn())))
                .orElseGet(() -> Reply.later(inquiry.id(), inquiry.workingDaysFromNow(1)));
    }

    @Override
    public void collect(Pickup pickup) {
        for (String ticket : pickup.openTickets()) {
            try {
                agency.answerTo(ticket).ifPresent(text -> pickup.deliver(ticket, read(text, KitInquiry.TODAY)));
            } catch (HousingException e) {
                continue; // the core has recorded it
            }
        }
    }

    Optional<String> ask(String inquiry, Map<String, String> numbers) {
        try {
            return agency.ask(inquiry, numbers);
        } catch (IOException e) {
            throw new AgencyUnreachableException(AGENCY, "no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgencyUnreachableException(AGENCY, "interrupted", e);
        }
    }

    Finding read(String text, LocalDate asOf) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("=");
            if (parts.length != 2 || !parts[1].matches("\\d")) {
                throw new IllegalStateException("the registry answered no line of the form person=count");
            }
            answers.put(parts[0], count(Integer.parseInt(parts[1]), asOf));
        }
        return Finding.of(answers);
    }

    static Answer count(int homes, LocalDate asOf) {
        return Answer.facts(asOf).put(FactKey.HOME_COUNT, homes);
    }
}
