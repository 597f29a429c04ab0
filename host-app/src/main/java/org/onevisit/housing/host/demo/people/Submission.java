package org.onevisit.housing.host.demo.people;

import java.util.List;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;

/**
 * What a household hands in.
 *
 * @param index of the household, from 0
 * @param flaw what is wrong with it
 * @param json as a channel sends it
 * @param whole the dossier with everything in it
 * @param handedIn the dossier as handed in
 */
public record Submission(int index, Flaw flaw, String json, Application whole, Application handedIn) {
    /** Last four characters of the applicant's number, for the progress query. */
    public String lastFour() {
        return whole.applicantMember().identity().lastFour();
    }

    /** Papers that were left out. */
    public List<Document> missingPapers() {
        return whole.documents().stream()
                .filter(paper -> !handedIn.documents().contains(paper))
                .toList();
    }

    /** Signatures that were left out. */
    public List<Authorisation> missingSignatures() {
        return whole.authorisations().stream()
                .filter(signature -> !handedIn.authorisations().contains(signature))
                .toList();
    }

    @Override
    public String toString() {
        return "Submission " + index + " " + flaw;
    }
}
