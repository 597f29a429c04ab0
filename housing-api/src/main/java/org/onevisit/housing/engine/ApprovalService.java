package org.onevisit.housing.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.onevisit.housing.explanation.Explanation;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.ResidentId;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Stage;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.FindingInbox.DeliveryOutcome;
import org.onevisit.housing.view.ApplicationSummary;
import org.onevisit.housing.view.ApplicationView;
import org.onevisit.housing.view.ClockView;
import org.onevisit.housing.view.Disclosures;
import org.onevisit.housing.view.EvidenceView;
import org.onevisit.housing.view.FindingOrigin;
import org.onevisit.housing.view.FormView;
import org.onevisit.housing.view.InquiryView;
import org.onevisit.housing.view.JournalEntry;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.Page;
import org.onevisit.housing.view.Paper;
import org.onevisit.housing.view.Progress;
import org.onevisit.housing.view.Receipt;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Applications, as one actor may see and change them. A command is answered after it is on disk. Everything throws
 * {@link HousingException}: FORBIDDEN where role or scope do not allow it, NOT_FOUND where there is none.
 */
@ProviderType
public interface ApprovalService {
    /**
     * Reads a submission from JSON.
     *
     * @throws HousingException MALFORMED_SUBMISSION with every error and its place; nothing is stored
     */
    Application readSubmission(String json);

    /** Tells what would be missing if this were submitted; nothing is stored. */
    MakeGoodList check(Application application);

    /**
     * Submits an application. Papers may be missing: then it is received, and the answer lists them all.
     *
     * @param key name of the request, safe to repeat; empty for none. The moment of receipt does not make it another request
     * @throws HousingException KEY_REUSED if the key was used for another request, MEMBER_CLAIMED if a member is in another open application or award
     */
    Receipt submit(Application application, String key);

    /**
     * Does something to an application.
     *
     * @param key name of the request, safe to repeat; empty for none
     * @param ifRevision revision that the actor has seen; STALE_REVISION if it is another
     */
    ApplicationView perform(ApplicationNumber number, Command command, String key, OptionalLong ifRevision);

    /** Does something to an application. */
    default ApplicationView perform(ApplicationNumber number, Command command) {
        return perform(number, command, "", OptionalLong.empty());
    }

    /** Accepts it: the working days of the case begin. */
    default ApplicationView accept(ApplicationNumber number) {
        return perform(number, new Command.Accept());
    }

    /** Endorses it, as an officer of the subdistrict. */
    default ApplicationView endorse(ApplicationNumber number, String reasons) {
        return perform(number, new Command.Endorse(reasons));
    }

    /** Votes for the own seat. */
    default ApplicationView vote(ApplicationNumber number, Command.Vote.Choice choice, String reasons) {
        return perform(number, new Command.Vote(choice, reasons));
    }

    /** Keeps the content of a paper, sealed: PDF, PNG or JPEG by its content, at most 10 MB. */
    void attach(ApplicationNumber number, String document, byte[] content);

    /** The content of a paper. */
    Optional<byte[]> attachment(ApplicationNumber number, String document);

    /** The application. The reading is recorded. */
    ApplicationView find(ApplicationNumber number);

    /** Where it is, how many days are used and left, who holds it, what comes next. */
    Progress progress(ApplicationNumber number);

    /** What agencies answered, and what is open. The reading is recorded. */
    EvidenceView evidence(ApplicationNumber number);

    /** Where each answer in {@link #evidence} and {@link #explanation} came from: this application's inquiry, or another's. */
    List<FindingOrigin> origins(ApplicationNumber number);

    /** Why it is eligible or not, and how much; provisional while agencies are out. The reading is recorded. */
    Explanation explanation(ApplicationNumber number);

    /** Its clocks, pauses and the owners of its days. */
    ClockView clock(ApplicationNumber number);

    /**
     * Who has seen what of it: what agencies were told, under which signature, and who has read it. For clerks, the applicant and
     * supervisors. The reading is recorded.
     */
    Disclosures disclosures(ApplicationNumber number);

    /** Its journal, in order. */
    List<JournalEntry> journal(ApplicationNumber number);

    /**
     * A paper to print.
     *
     * @param kind {@code receipt, make-good, acceptance, non-acceptance, decision}
     */
    Paper paper(ApplicationNumber number, String kind);

    /**
     * Applications in the actor's scope, ordered by number.
     *
     * @param stage only these, if given
     * @param agency only those that wait for it, if given
     * @param overdue only those whose limit is over
     * @param cursor where the page before ended, or empty
     * @param limit 1 to 200
     */
    Page<ApplicationSummary> list(
            Optional<Stage> stage, Optional<String> agency, boolean overdue, String cursor, int limit);

    /** Applications and awards of a person, by exact number. */
    List<ApplicationSummary> search(ResidentId person);

    /** Open inquiries of an agency, oldest first. Only an officer of the agency sees the persons. */
    Page<InquiryView> inquiries(String agency, String cursor, int limit);

    /** Answers an inquiry as an officer of its agency. */
    DeliveryOutcome answer(String inquiry, Finding finding);

    /** What is asked of an applicant by the pack in force. */
    FormView form();
}
