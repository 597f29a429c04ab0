package org.onevisit.housing.testkit.readme;

import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.spi.verification.MemberField.RESIDENT_ID;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.AgencyUnreachableException;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.Reply;

/** The agency plugin of the README. */
// readme: plugin
public record ArchiveCheck(Archive archive) implements AgencyCheck { // the vendor's own client
    @Override
    public CheckProfile profile() {
        return CheckProfile.of("housing").supplies(HOME_COUNT).needs(RESIDENT_ID);
    }

    @Override
    public Reply check(Inquiry inquiry) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        try {
            inquiry.persons().forEach(person -> answers.put(person.id(), answer(person, inquiry.askedOn())));
        } catch (UncheckedIOException e) {
            throw new AgencyUnreachableException("housing", "the archive does not answer"); // asked again later
        }
        return Reply.now(Finding.of(answers));
    }

    private Answer answer(InquiryPerson person, LocalDate day) {
        OptionalInt homes = archive.homesOf(person.field(RESIDENT_ID));
        return homes.isPresent() ? Answer.facts(day).put(HOME_COUNT, homes.getAsInt()) : Answer.nothingOnRecord(day);
    }
}
// readme: end
