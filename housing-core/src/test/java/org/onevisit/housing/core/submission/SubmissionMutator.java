package org.onevisit.housing.core.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes mutants of valid submissions, for tests: every fourth one or so is harmless, into the others one to five faults are
 * planted. A mutant knows what the reader must say about it. The kinds of faults are the rows of {@link FieldFaults},
 * {@link ValueFaults}, {@link HouseholdFaults} and {@link SignatureFaults}.
 */
public final class SubmissionMutator {
    private static final int MOST_FAULTS = 5;
    private static final int TRIES = 12;
    /** Faults of the text as a whole stand alone, so they are drawn seldom. */
    private static final int WHOLE_TEXT_EVERY = 40;

    private final Random random;
    private final SubmissionGenerator generator;
    private final List<Map.Entry<String, Predicate<Plan>>> kinds;
    private final Map<String, Integer> planted = new LinkedHashMap<>();

    /**
     * A mutant.
     *
     * @param text to be read
     * @param faults what the reader must say, as pointer and code; empty: it must accept
     * @param secrets what must not stand in any answer
     */
    public record Mutant(String text, Set<String> faults, List<String> secrets) {}

    /** With a fifth kind of document of the tests' own. */
    SubmissionMutator(long seed) {
        this(seed, SubmissionGenerator.FIFTH_DOCUMENT);
    }

    /**
     * Makes the same mutants for the same seed.
     *
     * @param seed of everything that is drawn
     * @param document a kind of document that the county takes besides those that all submissions have
     */
    public SubmissionMutator(long seed, String document) {
        random = new Random(seed);
        generator = new SubmissionGenerator(random, document);
        Map<String, Predicate<Plan>> all = new LinkedHashMap<>();
        all.putAll(FieldFaults.kinds());
        all.putAll(ValueFaults.kinds());
        all.putAll(HouseholdFaults.kinds());
        all.putAll(SignatureFaults.kinds());
        kinds = new ArrayList<>(all.entrySet());
    }

    /** Makes the next one. */
    public Mutant next() {
        Plan plan = new Plan(generator.next(), random, generator);
        List<String> secrets = secrets(plan);
        if (random.nextInt(4) > 0) {
            if (random.nextInt(WHOLE_TEXT_EVERY) == 0) {
                FieldFaults.breakWholeText(plan);
                planted.merge("whole text", 1, Integer::sum);
            } else {
                plant(plan, 1 + random.nextInt(MOST_FAULTS));
            }
        }
        return new Mutant(plan.text(), plan.expected(), secrets);
    }

    private void plant(Plan plan, int wanted) {
        List<Map.Entry<String, Predicate<Plan>>> drawn = new ArrayList<>(kinds);
        Collections.shuffle(drawn, random);
        int done = 0;
        for (int i = 0; i < TRIES && done < wanted; i++) {
            if (drawn.get(i).getValue().test(plan)) {
                planted.merge(drawn.get(i).getKey(), 1, Integer::sum);
                done++;
            }
        }
    }

    private static List<String> secrets(Plan plan) {
        List<String> secrets = new ArrayList<>();
        for (Object each : plan.members()) {
            JsonDraft.Obj member = (JsonDraft.Obj) each;
            secrets.add(member.text("name"));
            secrets.add(member.obj("identity").text("number"));
        }
        secrets.add(plan.submission.obj("contact").text("mobile"));
        secrets.add(plan.submission.obj("household").obj("residence").text("address"));
        return secrets;
    }

    /** How often each kind was planted. */
    public Map<String, Integer> planted() {
        return planted;
    }

    /** Names of all kinds. */
    public List<String> kinds() {
        return kinds.stream().map(Map.Entry::getKey).toList();
    }
}
