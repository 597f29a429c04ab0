package org.onevisit.housing.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.event.Fold;
import org.onevisit.housing.core.event.Recorded;
import org.onevisit.housing.core.event.VerificationEvents.FindingRecognised;
import org.onevisit.housing.core.event.VerificationEvents.InquirySent;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.submission.SignatureInForce;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Household;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.store.EventRow;
import org.onevisit.housing.view.Disclosures;
import org.onevisit.housing.view.Disclosures.Reading;
import org.onevisit.housing.view.Disclosures.Told;

/** Who has seen what of an application, out of its journal and its access log. */
final class DisclosureBook {
    private static final String RECOGNITION = "recognition";

    private final Core core;

    DisclosureBook(Core core) {
        this.core = core;
    }

    /** The disclosures of a dossier; {@code named} for whoever may know the numbers of other applications. */
    Disclosures of(Dossier dossier, boolean named) {
        ApplicationNumber number = dossier.state().number();
        List<Told> told = new ArrayList<>();
        Optional<State> before = Optional.empty();
        for (EventRow row : core.store().events(number, 0)) {
            for (Recorded recorded : core.journal().open(row, dossier.key())) {
                State after = before.map(state -> Fold.apply(state, recorded)).orElseGet(() -> Fold.begin(recorded));
                told(recorded, after).ifPresent(told::add);
                before = Optional.of(after);
            }
        }
        List<Reading> readings = core.store().accesses(number).stream()
                .map(row -> new Reading(row.at(), row.actor(), row.role(), what(row.what(), named)))
                .toList();
        return new Disclosures(told, readings);
    }

    private Optional<Told> told(Recorded recorded, State state) {
        if (recorded.event() instanceof InquirySent sent) {
            return Optional.of(line(
                    recorded,
                    state,
                    new What(sent.check(), sent.inquiry(), false, sent.persons()),
                    sent.fields().stream().map(Enum::name).sorted().toList()));
        }
        if (recorded.event() instanceof FindingRecognised recognised) {
            return Optional.of(line(
                    recorded,
                    state,
                    new What(
                            recognised.check(),
                            recognised.inquiry(),
                            true,
                            recognised.answers().keySet()),
                    List.of()));
        }
        return Optional.empty();
    }

    /** What was asked, or recognised, about whom. */
    private record What(String check, String inquiry, boolean recognised, Set<String> persons) {}

    private Told line(Recorded recorded, State state, What what, List<String> fields) {
        List<String> members = what.persons().stream()
                .filter(person -> !person.equals(Household.SUBJECT))
                .sorted()
                .toList();
        List<Authorisation> signed = state.application().household().members().stream()
                .filter(member -> members.contains(member.id()))
                .flatMap(member ->
                        SignatureInForce.of(
                                state.application(),
                                member,
                                Days.of(recorded.moment().at()))
                                .stream())
                .toList();
        return new Told(
                recorded.moment().at(),
                agency(state, what.check()),
                what.check(),
                what.inquiry(),
                recorded.moment().stamp(),
                what.recognised(),
                members,
                fields,
                signed);
    }

    private String agency(State state, String check) {
        return core.setting(state).rules().check(check).map(CheckRule::agency).orElse(check);
    }

    private static String what(String what, boolean named) {
        return !named && what.startsWith(RECOGNITION) ? RECOGNITION : what;
    }
}
