package org.onevisit.housing.testkit.readme;

import static org.onevisit.housing.model.FactKey.HOME_COUNT;
import static org.onevisit.housing.spi.verification.MemberField.RESIDENT_ID;

import java.io.UncheckedIOException;
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
public final class ArchiveCheck implements AgencyCheck {
    private final Archive archive; // the vendor's own client

    public ArchiveCheck(Archive archive) {
        this.archive = archive;
    }

    @Override
    public CheckProfile profile() {
        return CheckProfile.of("housing").supplies(HOME_COUNT).needs(RESIDENT_ID);
    }

    @Override
    public Reply check(Inquiry inquiry) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        try {
            for (InquiryPerson person : inquiry.persons()) {
                OptionalInt homes = archive.homesOf(person.field(RESIDENT_ID));
                answers.put(
                        person.id(),
                        homes.isPresent()
                                ? Answer.facts(inquiry.askedOn()).put(HOME_COUNT, homes.getAsInt())
                                : Answer.nothingOnRecord(inquiry.askedOn()));
            }
        } catch (UncheckedIOException e) {
            throw new AgencyUnreachableException("housing", "the archive does not answer"); // asked again later
        }
        return Reply.now(Finding.of(answers));
    }
}
// readme: end
