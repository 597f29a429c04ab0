package org.onevisit.housing.core.event;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.core.flow.Trigger;
import org.onevisit.housing.core.state.Hearing;
import org.onevisit.housing.core.state.Outbox;
import org.onevisit.housing.core.state.Publicity;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.state.State.Flag;
import org.onevisit.housing.core.state.Timeline;
import org.onevisit.housing.core.state.Verification;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.process.Step;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.view.MakeGoodList;

/** What happens in stage 1, 申请受理. */
public final class IntakeEvents {
    private IntakeEvents() {}

    /** An application came in: the first event of each journal. */
    public record Submitted(State.Identity identity, Application application, Division routedTo, boolean throughChannel)
            implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.SUBMIT);
        }

        /** The edition that it is pinned to. */
        @Override
        public List<String> outcomes() {
            EditionId edition = identity.edition();
            return List.of(edition.pack() + "@" + edition.version(), edition.sha256());
        }

        @Override
        public Optional<String> paper() {
            return Optional.of("receipt");
        }

        @Override
        public State change(State state, Moment moment) {
            return state;
        }

        /** The state that it begins. */
        State begin() {
            Timeline timeline = Timeline.startingAt(application.intake().receivedAt())
                    .entered(application.intake().receivedAt(), Step.RECEIVED.stage(), day());
            return new State(
                    identity,
                    Step.RECEIVED,
                    application,
                    routedTo,
                    timeline,
                    Verification.NONE,
                    Hearing.NONE,
                    Publicity.NONE,
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Outbox.of(throughChannel));
        }

        private LocalDate day() {
            return org.onevisit.housing.core.state.Days.of(application.intake().receivedAt());
        }
    }

    /** The window accepted it; the case clock counts from {@code from}. */
    public record Accepted(LocalDate from) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.ACCEPT);
        }

        @Override
        public Optional<String> paper() {
            return Optional.of("acceptance");
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.timeline().accepted(from));
        }
    }

    /** The window did not answer in time: accepted by law, from receipt or making good. */
    public record DeemedAccepted(LocalDate from) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.DEEMED_ACCEPTED);
        }

        @Override
        public Optional<String> paper() {
            return Optional.of("acceptance");
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.timeline().accepted(from)).with(Flag.DEEMED_ACCEPTED);
        }
    }

    /** Everything missing was asked for, once. */
    public record MakeGoodRequested(List<MakeGoodList.Item> items) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.REQUEST_MAKE_GOOD);
        }

        @Override
        public Optional<String> paper() {
            return Optional.of("make-good");
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(state.timeline().makeGoodAsked(moment.day())).with(Flag.MAKE_GOOD_USED);
        }
    }

    /** Papers and signatures were handed in. */
    public record MadeGood(List<Document> documents, List<Authorisation> authorisations) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.MADE_GOOD);
        }

        @Override
        public State change(State state, Moment moment) {
            return state.with(supplemented(state.application(), documents, authorisations))
                    .with(state.timeline().intakeAnew(moment.day()))
                    .with(state.outbox().without("make-good"));
        }
    }

    /** Nothing was made good in time. */
    public record MakeGoodLapsed() implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.MAKE_GOOD_LAPSED);
        }

        @Override
        public State change(State state, Moment moment) {
            return state;
        }
    }

    /** The window declined it. */
    public record Declined(String reason, String text) implements Event {
        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(Trigger.DECLINE);
        }

        @Override
        public List<String> outcomes() {
            return List.of(reason);
        }

        @Override
        public Optional<String> paper() {
            return Optional.of("non-acceptance");
        }

        @Override
        public State change(State state, Moment moment) {
            return state;
        }
    }

    /** A dossier with more papers and signatures; one with the same id or member replaces the old one. */
    static Application supplemented(Application old, List<Document> documents, List<Authorisation> authorisations) {
        List<Document> papers = new ArrayList<>(old.documents());
        papers.removeIf(p -> documents.stream().anyMatch(d -> d.id().equals(p.id())));
        List<Authorisation> signatures = new ArrayList<>(old.authorisations());
        signatures.removeIf(s -> authorisations.stream()
                .anyMatch(a -> a.member().equals(s.member()) && a.purpose().equals(s.purpose())));
        return old.toBuilder()
                .documents(ImmutableList.<Document>builder()
                        .addAll(papers)
                        .addAll(documents)
                        .build())
                .authorisations(ImmutableList.<Authorisation>builder()
                        .addAll(signatures)
                        .addAll(authorisations)
                        .build())
                .build();
    }
}
