package org.onevisit.housing.core.rules;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;

/**
 * A dossier that takes the place of another one: who is touched, and whose signatures still hold. A signature ends with the member, or
 * with the guardian who gave it; when the household is made up of other people every one ends that was not given anew, unless the
 * county wants it otherwise.
 *
 * @param kept the new dossier, with the old way of intake and the signatures that hold
 * @param touched members who are new or whose data has changed; one who has left touches nobody
 * @param regrouped is the household made up of other people now?
 * @param ended members of the new household whose signature ended
 */
record HouseholdChange(Application kept, Set<String> touched, boolean regrouped, List<String> ended) {
    /**
     * Holds the new dossier against the old one.
     *
     * @throws org.onevisit.housing.process.HousingException BAD_ARGUMENT if a signature that comes with it is not valid
     */
    static HouseholdChange of(State state, Application next, Setting setting) {
        Application old = state.application();
        Application moved = next.toBuilder().intake(old.intake()).build();
        List<Authorisation> given = next.authorisations().stream()
                .filter(signed -> !old.authorisations().contains(signed))
                .toList();
        Signatures.check(state.with(moved), given, List.of(), setting);
        boolean regrouped = !identities(old).equals(identities(moved));
        boolean again = regrouped && setting.rules().signAgainOnChange();
        Set<Authorisation> holding = moved.authorisations().stream()
                .filter(signed -> given.contains(signed) || (!again && holds(old, moved, signed)))
                .collect(Collectors.toSet());
        Application kept = moved.toBuilder()
                .authorisations(moved.authorisations().stream()
                        .filter(holding::contains)
                        .toList())
                .build();
        return new HouseholdChange(kept, ImmutableSet.copyOf(touched(old, moved)), regrouped, ended(old, kept));
    }

    /** Is whoever it is about, and whoever gave it, still there and the same person? */
    private static boolean holds(Application old, Application next, Authorisation signed) {
        return same(old, next, signed.member())
                && same(old, next, signed.signedBy())
                && (!signed.byGuardian()
                        || next.household()
                                .member(signed.member())
                                .flatMap(Member::guardian)
                                .filter(signed.signedBy()::equals)
                                .isPresent());
    }

    private static boolean same(Application old, Application next, String member) {
        Optional<ResidentId> before = old.household().member(member).map(Member::identity);
        return before.isPresent()
                && before.equals(next.household().member(member).map(Member::identity));
    }

    private static Set<String> touched(Application old, Application next) {
        Set<String> changed = new TreeSet<>();
        for (Member member : next.household().members()) {
            if (!old.household().member(member.id()).equals(Optional.of(member))) {
                changed.add(member.id());
            }
        }
        return changed;
    }

    private static List<String> ended(Application old, Application kept) {
        Set<String> before = signedFor(old);
        before.retainAll(kept.household().members().stream().map(Member::id).collect(Collectors.toSet()));
        return List.copyOf(Sets.difference(before, signedFor(kept)));
    }

    private static Set<String> signedFor(Application application) {
        return application.authorisations().stream()
                .map(Authorisation::member)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<ResidentId> identities(Application application) {
        return application.household().members().stream().map(Member::identity).collect(Collectors.toSet());
    }
}
