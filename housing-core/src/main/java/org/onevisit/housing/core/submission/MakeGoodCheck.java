package org.onevisit.housing.core.submission;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.DocumentRule;
import org.onevisit.housing.view.MakeGoodList;
import org.onevisit.housing.view.MakeGoodList.Item;

/**
 * Lists everything that a dossier lacks, at once (一次性补正告知): papers that the county asks for, and signatures. Immutable; may be
 * used by several threads.
 */
public final class MakeGoodCheck {
    /** Kind of an item that stands for a signature. */
    public static final String AUTHORISATION = "AUTHORISATION";

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "org.onevisit.housing.core.submission.makegood",
            Locale.CHINESE,
            MakeGoodCheck.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    /** Tells what is missing on a day: papers in the order of the rules, then signatures in the order of the members. */
    public MakeGoodList check(Application application, ProcessRules rules, LocalDate day) {
        List<Item> missing = new ArrayList<>();
        for (DocumentRule rule : rules.documents()) {
            if (rule.required()) {
                papers(application, rule).forEach(missing::add);
            }
        }
        SignatureInForce.unsigned(application, day).stream()
                .map(member -> signature(member, member.isMinorOn(day)))
                .forEach(missing::add);
        return new MakeGoodList(missing);
    }

    private static Stream<Item> papers(Application application, DocumentRule rule) {
        if (rule.perMember()) {
            return application.household().members().stream()
                    .filter(member -> application.documents().stream()
                            .noneMatch(paper -> paper.kind().equals(rule.kind())
                                    && paper.members().contains(member.id())))
                    .map(member -> new Item(
                            rule.kind(),
                            member.id(),
                            text("document.member", rule.text(), member.id(), relation(member))));
        }
        boolean there =
                application.documents().stream().anyMatch(paper -> paper.kind().equals(rule.kind()));
        return there ? Stream.empty() : Stream.of(new Item(rule.kind(), "", text("document", rule.text())));
    }

    private static Item signature(Member member, boolean minor) {
        String text = minor && member.guardian().isPresent()
                ? text(
                        "signature.guardian",
                        member.id(),
                        relation(member),
                        member.guardian().get())
                : text(minor ? "signature.minor" : "signature.own", member.id(), relation(member));
        return new Item(AUTHORISATION, member.id(), text);
    }

    private static String relation(Member member) {
        return TEXTS.getString(member.relation().name());
    }

    private static String text(String key, Object... arguments) {
        return MessageFormat.format(TEXTS.getString(key), arguments);
    }
}
