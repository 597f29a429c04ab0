package org.onevisit.housing.testkit.verification;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A registry in memory: answers {@code person=count} lines, and misbehaves when told to. */
final class FakeAgency {
    private static final long PATIENCE_SECONDS = 3;
    private final Map<String, Map<String, String>> questions = new ConcurrentHashMap<>();
    private volatile Mode mode = Mode.ANSWERS;

    enum Mode {
        ANSWERS,
        PROMISES,
        KEEPS_PROMISES,
        GARBAGE,
        DOWN,
        HANGS
    }

    void now(Mode changed) {
        mode = changed;
    }

    /** Answers now, or nothing when it promises. */
    Optional<String> ask(String inquiry, Map<String, String> numbers) throws IOException, InterruptedException {
        if (mode == Mode.DOWN) {
            throw new IOException("connection refused");
        }
        if (mode == Mode.HANGS) {
            new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            throw new IOException("took too long");
        }
        questions.putIfAbsent(inquiry, Map.copyOf(numbers));
        if (mode == Mode.GARBAGE) {
            return Optional.of("<html>nobody by " + numbers.values() + " here</html>");
        }
        return mode == Mode.PROMISES ? Optional.empty() : Optional.of(answer(numbers));
    }

    /** The answer that was promised, once it is kept. */
    Optional<String> answerTo(String inquiry) {
        return mode == Mode.KEEPS_PROMISES
                ? Optional.ofNullable(questions.get(inquiry)).map(FakeAgency::answer)
                : Optional.empty();
    }

    int questionsOnFile() {
        return questions.size();
    }

    private static String answer(Map<String, String> numbers) {
        StringBuilder lines = new StringBuilder();
        numbers.forEach((person, number) -> lines.append(person)
                .append('=')
                .append(Math.abs(number.hashCode() % 3))
                .append('\n'));
        return lines.toString();
    }
}
