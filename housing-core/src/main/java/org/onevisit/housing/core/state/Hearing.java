package org.onevisit.housing.core.state;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.view.ApplicationView.Ballot;
import org.onevisit.housing.view.ApplicationView.Opinion;

/**
 * What officers and panel have said.
 *
 * @param opinions of the subdistrict's officers in this round
 * @param ballots of the panel in this round
 * @param round of the panel
 * @param upheld an objection that was upheld
 */
public record Hearing(List<Opinion> opinions, List<Ballot> ballots, int round, Optional<String> upheld) {
    /** Nobody has spoken. */
    public static final Hearing NONE = new Hearing(List.of(), List.of(), 0, Optional.empty());

    /** Has this officer spoken? */
    public boolean spoken(String actor) {
        return opinions.stream().anyMatch(o -> o.actor().equals(actor));
    }

    /** Has this seat voted? */
    public boolean voted(String seat) {
        return ballots.stream().anyMatch(b -> b.seat().equals(seat));
    }

    /** Does an officer oppose? */
    public boolean opposed() {
        return opinions.stream().anyMatch(o -> !o.endorses());
    }

    /** With one more opinion. */
    public Hearing with(Opinion opinion) {
        return new Hearing(
                ImmutableList.<Opinion>builder().addAll(opinions).add(opinion).build(), ballots, round, upheld);
    }

    /** With one more vote. */
    public Hearing with(Ballot ballot) {
        return new Hearing(
                opinions,
                ImmutableList.<Ballot>builder().addAll(ballots).add(ballot).build(),
                round,
                upheld);
    }

    /** The subdistrict looks at it anew. */
    public Hearing reviewAnew() {
        return new Hearing(List.of(), List.of(), round, upheld);
    }

    /** The panel votes anew. */
    public Hearing panelAnew() {
        return new Hearing(opinions, List.of(), round + 1, upheld);
    }

    /** An objection was upheld. */
    public Hearing upholding(String objection) {
        return new Hearing(opinions, List.of(), round + 1, Optional.of(objection));
    }
}
