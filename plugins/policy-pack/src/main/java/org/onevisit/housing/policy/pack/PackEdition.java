package org.onevisit.housing.policy.pack;

import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.List;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.policy.pack.model.PackFacts;
import org.onevisit.housing.policy.pack.model.Part;
import org.onevisit.housing.policy.pack.model.ProcessReader;
import org.onevisit.housing.policy.pack.rule.PackRules;
import org.onevisit.housing.policy.pack.source.Merged;
import org.onevisit.housing.policy.pack.source.PackError;
import org.onevisit.housing.policy.pack.source.PackException;
import org.onevisit.housing.policy.pack.source.PackSchema;
import org.onevisit.housing.policy.pack.source.Problems;
import org.onevisit.housing.spi.policy.AssistancePolicy;
import org.onevisit.housing.spi.policy.Edition;
import org.onevisit.housing.spi.policy.EditionId;
import org.onevisit.housing.spi.policy.EligibilityPolicy;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.publicity.PublicityPolicy;
import org.onevisit.housing.spi.review.AnnualReviewPolicy;

/** An edition read from a pack. Immutable; for any thread. */
public final class PackEdition implements Edition {
    private final Merged merged;
    private final Part pack;
    private final byte[] content;
    private final EditionId id;
    private final ProcessRules process;
    private final PackRules rules;
    private final List<String> placeholders;
    private final List<PackError> warnings;

    private PackEdition(Merged merged, PackFacts facts, PackRules rules, List<PackError> warnings) {
        this.merged = merged;
        this.pack = Part.whole(merged.tree());
        this.content = merged.content();
        this.id = new EditionId(
                pack.text("pack"),
                pack.text("edition"),
                Hashing.sha256().hashBytes(content).toString());
        this.process = new ProcessReader(facts).read(pack);
        this.rules = rules;
        this.placeholders = Placeholders.of(pack);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Checks and compiles an edition.
     *
     * @throws PackException with every error at once
     */
    static PackEdition of(Merged merged, PackSchema schema) {
        return read(merged, schema, true);
    }

    /**
     * Brings back an edition that was checked when it came; the linter may have grown stricter since, and an application that is
     * judged by it must not suffer.
     *
     * @throws PackException if it cannot be computed any more
     */
    static PackEdition restored(Merged merged, PackSchema schema) {
        return read(merged, schema, false);
    }

    private static PackEdition read(Merged merged, PackSchema schema, boolean lint) {
        Problems problems = new Problems(merged::origin);
        schema.checkEdition(merged.tree(), problems);
        problems.throwIfFatal();
        Part pack = Part.whole(merged.tree());
        PackFacts facts = new PackFacts(Division.of(pack.text("division")), pack.at("facts"));
        PackRules rules = PackRules.compile(pack, facts, problems);
        if (lint) {
            new PackLinter(pack, facts, problems).look(rules.facts());
        }
        problems.throwIfFatal();
        return new PackEdition(merged, facts, rules, problems.all());
    }

    /** Where each value comes from. */
    public PackExplain explain() {
        return new PackExplain(merged);
    }

    /** What the linter would have looked at. */
    public List<PackError> warnings() {
        return warnings;
    }

    @Override
    public EditionId id() {
        return id;
    }

    @Override
    public Division division() {
        return Division.of(pack.text("division"));
    }

    @Override
    public String countyName() {
        return pack.text("county");
    }

    @Override
    public LocalDate effectiveFrom() {
        return LocalDate.parse(pack.text("effectiveFrom"));
    }

    @Override
    public Transition transition() {
        return Transition.valueOf(pack.text("transition"));
    }

    /** An edition that came before there was such a clause treats everybody alike. */
    @Override
    public Transition receivedBetween() {
        return pack.optional("receivedBetween").map(Transition::valueOf).orElseGet(this::transition);
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public ProcessRules rules() {
        return process;
    }

    @Override
    public EligibilityPolicy eligibility() {
        return rules.eligibility();
    }

    @Override
    public AssistancePolicy assistance() {
        return rules.assistance();
    }

    @Override
    public PublicityPolicy publicity() {
        return rules.publicity();
    }

    @Override
    public AnnualReviewPolicy review() {
        return rules.review();
    }

    @Override
    public List<String> placeholders() {
        return placeholders;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
