package org.onevisit.housing.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.onevisit.housing.core.flow.FlowTable;
import org.onevisit.housing.core.flow.FlowTable.Row;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.flow.Who;
import org.onevisit.housing.core.rules.Decider;
import org.onevisit.housing.core.rules.Order;
import org.onevisit.housing.core.rules.Refusal;
import org.onevisit.housing.core.rules.Setting;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.Role;
import org.onevisit.housing.process.Step;

/** Every pair of step and trigger is a row or is refused. */
class FlowTableTest {
    private static final Set<Who> NOBODY = Set.of(Who.CORE, Who.TIME, Who.AGENCY, Who.ANYONE);
    private final Journey journey = Journey.to(Step.CHECKING);
    private final Setting setting = journey.county.engine.core().setting(journey.state());

    /**
     * A pair.
     *
     * @param step a state at this step
     * @param trigger what is pulled
     */
    private record Pair(State state, Trigger trigger) {
        Optional<Row> row() {
            return FlowTable.row(state.step(), trigger);
        }
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Step step : Step.values()) {
            for (Trigger trigger : Trigger.values()) {
                pairs.add(new Pair(journey.state().at(step), trigger));
            }
        }
        return pairs;
    }

    private List<Actor> actors() {
        return Arrays.stream(Role.values())
                .map(role -> role == Role.APPLICANT
                        ? Actor.applicant("somebody", County.PINGHU, journey.number())
                        : Actor.officer("somebody", role, County.PINGHU, Actor.EVERY_UNIT))
                .toList();
    }

    @Test
    @DisplayName("a pair that is no row is refused as an illegal transition, whoever pulls and whatever is brought")
    void noRowIsRefused() {
        List<Pair> refused = pairs().stream().filter(p -> p.row().isEmpty()).toList();
        assertThat(refused)
                .hasSize(Step.values().length * Trigger.values().length
                        - FlowTable.all().size());
        for (Pair pair : refused) {
            Stream<Order> byActors = actors().stream().map(actor -> Order.by(actor, pair.trigger(), ""));
            Stream.concat(byActors, Stream.of(Order.ofCore(pair.trigger(), "", "")))
                    .forEach(order -> assertThatThrownBy(() -> Decider.decide(pair.state(), order, setting))
                            .isInstanceOfSatisfying(
                                    HousingException.class, e -> assertIllegal(pair, e.code(), e.getMessage())));
            actors().forEach(actor -> assertThat(Decider.refusal(pair.state(), pair.trigger(), actor, setting))
                    .hasValueSatisfying(refusal -> assertIllegal(pair, refusal.code(), refusal.text())));
        }
    }

    private static void assertIllegal(Pair pair, ErrorCode code, String text) {
        assertThat(code).isEqualTo(ErrorCode.ILLEGAL_TRANSITION);
        assertThat(text).contains(pair.state().step().name(), pair.trigger().name());
    }

    @Test
    @DisplayName("a row is refused to every actor whom it does not name")
    void othersAreForbidden() {
        for (Pair pair : pairs()) {
            for (Actor actor : pair.row().isPresent() ? actors() : List.<Actor>of()) {
                boolean named = pair.row().get().who().stream().anyMatch(who -> is(actor.role(), who));
                Optional<ErrorCode> refusal = named
                        ? Optional.empty()
                        : Decider.refusal(pair.state(), pair.trigger(), actor, setting)
                                .map(Refusal::code);
                assertThat(refusal)
                        .as("%s pulls %s", actor.role(), pair.row().get())
                        .isEqualTo(named ? Optional.empty() : Optional.of(ErrorCode.FORBIDDEN));
            }
        }
    }

    private static boolean is(Role role, Who who) {
        return switch (who) {
            case CLERK -> role == Role.WINDOW_CLERK;
            case APPLICANT -> role == Role.APPLICANT;
            case REVIEWER -> role == Role.SUBDISTRICT_REVIEWER;
            case PANEL -> role == Role.PANEL_MEMBER || role == Role.PANEL_CHAIR;
            case CHAIR -> role == Role.PANEL_CHAIR;
            case SUPERVISOR -> role == Role.SUPERVISOR;
            case AGENCY, ANYONE, CORE, TIME -> false;
        };
    }

    @Test
    @DisplayName("what the core, a due date, an agency or the public raises no actor can send")
    void nobodySendsWhatTheCoreRaises() {
        for (Pair pair : pairs()) {
            if (pair.row().filter(row -> NOBODY.containsAll(row.who())).isPresent()) {
                actors().forEach(actor -> assertThatThrownBy(
                                () -> Decider.decide(pair.state(), Order.by(actor, pair.trigger(), ""), setting))
                        .isInstanceOfSatisfying(HousingException.class, e -> assertThat(e.code())
                                .isEqualTo(ErrorCode.FORBIDDEN)));
            }
        }
    }

    @Test
    @DisplayName("an end is an end: only a refusal is reconsidered, and only once")
    void ends() {
        assertThat(FlowTable.all())
                .filteredOn(row -> !row.from().isOpen() && row.to() != row.from())
                .extracting(row -> row.from() + " " + row.trigger())
                .containsExactly("REFUSED RECONSIDER");
    }
}
