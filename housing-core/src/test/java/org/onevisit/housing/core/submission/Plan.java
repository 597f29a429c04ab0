package org.onevisit.housing.core.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.onevisit.housing.core.submission.JsonDraft.Obj;
import org.onevisit.housing.process.ErrorCode;

/**
 * A submission into which faults are being planted, and the answers that they must lead to.
 *
 * <p>Faults must not hide each other, or nobody could say what the reader ought to find. So each claims what it changes and what
 * it rests on, as pointers (a pointer stands for everything below it) or as words with a {@code #} for what follows from several
 * places. A fault is planted only where its claims leave those before it alone.
 */
final class Plan {
    final Obj submission;
    final Random random;
    final SubmissionGenerator generator;
    private final Set<String> expected = new LinkedHashSet<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> restedOn = new ArrayList<>();
    private final Set<Obj> minors = Collections.newSetFromMap(new IdentityHashMap<>());
    private String text = "";

    Plan(Obj submission, Random random, SubmissionGenerator generator) {
        this.submission = submission;
        this.random = random;
        this.generator = generator;
        members().stream()
                .map(Obj.class::cast)
                .filter(m -> m.containsKey("guardian"))
                .forEach(minors::add);
    }

    /** Was the member made as a minor, with a guardian? */
    boolean isMinor(Obj member) {
        return minors.contains(member);
    }

    /** May a fault change all of {@code changes}, and rest on all of {@code rests}? If so, they are claimed. */
    boolean claim(List<String> changes, List<String> rests) {
        boolean free = changes.stream().noneMatch(c -> touches(c, changed) || touches(c, restedOn))
                && rests.stream().noneMatch(r -> touches(r, changed));
        if (free) {
            changed.addAll(changes);
            restedOn.addAll(rests);
        }
        return free;
    }

    private static boolean touches(String one, List<String> others) {
        return others.stream()
                .anyMatch(other -> (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/"));
    }

    /** The reader must say so; always true, to end a fault with. */
    boolean expect(String pointer, ErrorCode code) {
        expected.add(pointer + " " + code);
        return true;
    }

    /** The text is to be this, whatever the submission says. */
    boolean writeInstead(String broken) {
        text = broken;
        return true;
    }

    /** What the reader must say: pointers with codes. */
    Set<String> expected() {
        return expected;
    }

    /** The text to be read. */
    String text() {
        return text.isEmpty() ? JsonDraft.write(submission, random) : text;
    }

    List<Object> members() {
        return submission.obj("household").list("members");
    }

    Obj member(int index) {
        return (Obj) members().get(index);
    }

    /** Number of an entry of the list that fits, or -1. */
    int where(List<Object> list, Predicate<Obj> fits) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Obj entry && fits.test(entry)) {
                all.add(i);
            }
        }
        return all.isEmpty() ? -1 : all.get(random.nextInt(all.size()));
    }

    String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
