package org.onevisit.housing.core.rules;

import static org.onevisit.housing.core.rules.Refusal.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.core.submission.SignatureInForce;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.process.ErrorCode;

/** Signatures that are handed in later obey the same rules as those of a submission. */
final class Signatures {
    private Signatures() {}

    static void check(State state, List<Authorisation> given, List<Document> more, Setting setting) {
        for (Authorisation authorisation : given) {
            Member member = state.application()
                    .household()
                    .member(authorisation.member())
                    .orElseThrow(() -> refuse(ErrorCode.BAD_ARGUMENT, state, "授权指向的成员不存在"));
            boolean own = authorisation.signedBy().equals(member.id()) && !member.isMinorOn(setting.today());
            boolean guardian = member.guardian().equals(Optional.of(authorisation.signedBy()))
                    && SignatureInForce.mayHaveGuardian(state.application(), member, setting.today());
            if (!own && !guardian) {
                throw refuse(ErrorCode.BAD_ARGUMENT, state, "授权须由成员本人签署，未成年人由其监护人签署；已成年的成员须本人签署");
            }
            LocalDate signed = authorisation.signedOn();
            if (signed.isAfter(setting.today())) {
                throw refuse(ErrorCode.BAD_ARGUMENT, state, "授权签署日期不能晚于今天");
            }
            boolean known = Stream.concat(state.application().documents().stream(), more.stream())
                    .anyMatch(d -> d.id().equals(authorisation.document()));
            if (!known) {
                throw refuse(ErrorCode.BAD_ARGUMENT, state, "授权所在的材料不存在");
            }
        }
    }
}
