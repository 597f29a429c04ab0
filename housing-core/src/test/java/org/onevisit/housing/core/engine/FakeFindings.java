package org.onevisit.housing.core.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onevisit.housing.core.state.Days;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.Finding;

/** Findings that a test makes up. */
final class FakeFindings {
    private FakeFindings() {}

    /** So many homes for each member of an application, on the day of its receipt. */
    static Finding homes(State state, int homes) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        state.application()
                .household()
                .members()
                .forEach(member -> answers.put(
                        member.id(),
                        Answer.facts(Days.of(state.timeline().receivedAt())).put(FactKey.HOME_COUNT, homes)));
        return Finding.of(answers);
    }
}
