package org.onevisit.housing.intake.window;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.Command;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.view.FormView;

/** Reads papers and signatures that are handed in afterwards. */
final class PapersForm {
    private final HttpServletRequest request;
    private final Application application;
    private final FormView asked;
    private final Actor clerk;

    PapersForm(HttpServletRequest request, Application application, FormView asked, Actor clerk) {
        this.request = request;
        this.application = application;
        this.asked = asked;
        this.clerk = clerk;
    }

    /** Papers and signatures. */
    Command.MakeGood makeGood() {
        List<Document> documents = documents();
        return new Command.MakeGood(documents, authorisations(documents));
    }

    /** Signatures only. */
    Command.Authorise authorise() {
        return new Command.Authorise(authorisations(List.of()));
    }

    private List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        int next = application.documents().size() + 1;
        for (ProcessRules.DocumentRule rule : asked.documents()) {
            List<String> members = values("doc." + rule.kind());
            if (!members.isEmpty()) {
                documents.add(new Document(
                        "d" + next++,
                        rule.kind(),
                        members.stream().filter(m -> !m.equals("all")).toList(),
                        Optional.of(clerk.id())
                                .filter(c -> !values("seen." + rule.kind()).isEmpty())));
            }
        }
        return documents;
    }

    private List<Authorisation> authorisations(List<Document> more) {
        String document = Stream.concat(more.stream(), application.documents().stream())
                .filter(d -> d.kind().equals(Document.ECONOMIC_STATUS_INQUIRY_FORM))
                .map(Document::id)
                .findFirst()
                .orElse("");
        List<Authorisation> signatures = new ArrayList<>();
        for (String id : values("sign")) {
            Member member = application.household().member(id).orElseThrow(PapersForm::wrong);
            for (String purpose : asked.purposes()) {
                signatures.add(new Authorisation(id, purpose, member.guardian().orElse(id), signedOn(), document));
            }
        }
        return signatures;
    }

    private LocalDate signedOn() {
        try {
            return LocalDate.parse(values("signedOn").stream().findFirst().orElse(""));
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    private List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).map(String::trim).toList();
    }

    private static HousingException wrong() {
        return new HousingException(
                ErrorCode.BAD_ARGUMENT,
                "the form names a member or a day that there is not; open the page again and fill it in anew");
    }
}
