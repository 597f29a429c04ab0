package org.onevisit.housing.core.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.Answer;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Finding;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.MemberField;
import org.onevisit.housing.spi.verification.Reply;

/** An agency whose answer a test chooses; it remembers what it was asked. */
final class FakeCheck implements AgencyCheck {
    private final CheckProfile profile;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Inquiry, Reply> answer;

    FakeCheck(int i, Function<Inquiry, Reply> answer) {
        profile = CheckProfile.of("check-" + i)
                .agency("agency-" + i)
                .supplies(FactKey.HOME_COUNT, FactKey.HOME_FLOOR_AREA)
                .needs(MemberField.NAME, MemberField.RESIDENT_ID);
        this.answer = answer;
    }

    static FakeCheck prompt(int i) {
        return new FakeCheck(i, inquiry -> Reply.now(homes(inquiry, 0)));
    }

    static Finding homes(Inquiry inquiry, int homes) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        inquiry.persons()
                .forEach(
                        p -> answers.put(p.id(), Answer.facts(inquiry.askedOn()).put(FactKey.HOME_COUNT, homes)));
        return Finding.of(answers);
    }

    void answers(Function<Inquiry, Reply> next) {
        answer = next;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public CheckProfile profile() {
        return profile;
    }

    @Override
    public Reply check(Inquiry inquiry) {
        asked.add(inquiry.id());
        return answer.apply(inquiry);
    }
}
