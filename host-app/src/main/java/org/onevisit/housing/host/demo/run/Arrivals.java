package org.onevisit.housing.host.demo.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onevisit.housing.host.demo.people.Draws;
import org.onevisit.housing.host.demo.people.Flaw;
import org.onevisit.housing.host.demo.people.HouseholdGenerator;
import org.onevisit.housing.host.demo.people.Submission;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.view.FormView;

/** All households of a run, in the order in which they come. */
final class Arrivals {
    private final Settings settings;
    private final List<LocalDate> workingDays;
    private final HouseholdGenerator generator;
    private final List<Arrival> all = new ArrayList<>();

    private Arrivals(Settings settings, List<LocalDate> workingDays, FormView form) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.generator = new HouseholdGenerator(form);
    }

    /** Invents them: the same settings and the same form give the same households. */
    static List<Arrival> of(Settings settings, List<LocalDate> workingDays, FormView form) {
        return new Arrivals(settings, workingDays, form).invent();
    }

    private record Drawn(int index, Script script) {}

    private List<Arrival> invent() {
        ScriptWriter writer = new ScriptWriter(settings.tempo(), workingDays.size());
        IntStream.range(0, settings.households())
                .mapToObj(i -> new Drawn(i, writer.write(Draws.of(settings.seed(), "script", i))))
                .sorted(Comparator.comparingInt(d -> d.script().arrives()))
                .forEach(this::invent);
        return all;
    }

    private void invent(Drawn drawn) {
        Script script = drawn.script();
        Optional<Member> elsewhere =
                script.flaw() == Flaw.MEMBER_ELSEWHERE ? recentAdult(script.arrives()) : Optional.empty();
        Flaw flaw = script.flaw() == Flaw.MEMBER_ELSEWHERE && elsewhere.isEmpty() ? Flaw.NONE : script.flaw();
        Instant receivedAt = Desk.COUNTER.opens(workingDays.get(script.arrives()));
        Draws draws = Draws.of(settings.seed(), "household", drawn.index());
        Submission submission = generator.next(drawn.index(), draws, receivedAt, flaw, elsewhere);
        all.add(new Arrival(submission, script));
    }

    /** The last adult of the household that came last, if its application is certainly open. */
    private Optional<Member> recentAdult(int day) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Script before = all.get(i).script();
            if (before.arrives() < day - 1) {
                return Optional.empty();
            }
            if (before.isPlain()) {
                List<Member> members =
                        all.get(i).submission().whole().household().members();
                return members.stream()
                        .filter(member -> member.guardian().isEmpty())
                        .reduce((first, second) -> second);
            }
        }
        return Optional.empty();
    }
}
