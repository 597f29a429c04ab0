package org.onevisit.housing.policy.pack.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.onevisit.housing.model.FactKey;
import org.onevisit.housing.spi.policy.ProcessRules;
import org.onevisit.housing.spi.policy.ProcessRules.CategoryRule;
import org.onevisit.housing.spi.policy.ProcessRules.CheckRule;
import org.onevisit.housing.spi.policy.ProcessRules.DocumentRule;
import org.onevisit.housing.spi.policy.ProcessRules.Facet;
import org.onevisit.housing.spi.policy.ProcessRules.Limits;
import org.onevisit.housing.spi.policy.ProcessRules.PanelRule;
import org.onevisit.housing.spi.policy.ProcessRules.PaperText;
import org.onevisit.housing.spi.policy.ProcessRules.PauseRule;
import org.onevisit.housing.spi.policy.ProcessRules.Silence;

/** Reads how the process runs. */
public final class ProcessReader {
    private static final int UNSAID_YEARS = 10;
    private final PackFacts facts;

    /** Reads with these facts. */
    public ProcessReader(PackFacts facts) {
        this.facts = facts;
    }

    /** The process of a pack that the schema has checked. */
    public ProcessRules read(Part pack) {
        return ProcessRules.builder()
                .documents(each(pack.at("documents"), ProcessReader::document))
                .checks(each(pack.at("checks"), this::check))
                .limits(limits(pack.at("limits")))
                .pauses(each(pack.at("pauses"), ProcessReader::pause))
                .panel(panel(pack.at("panel")))
                .reviewOfficers(pack.number("reviewOfficers", 1))
                .recheckRounds(pack.number("recheckRounds", 0))
                .archiveYears(pack.number("archiveYears", UNSAID_YEARS))
                .minorMayBeClaimedTwice(pack.flag("minorMayBeClaimedTwice"))
                .declineReasons(List.copyOf(pack.at("declineReasons").each().keySet()))
                .categories(each(pack.at("categories"), ProcessReader::category))
                .papers(each(pack.at("papers"), ProcessReader::paper))
                .askedAnew(askedAnew(pack.at("checks")))
                .signAgainOnChange(!pack.flag("signaturesOutliveChange"))
                .build();
    }

    private static <T> List<T> each(Part part, BiFunction<String, Part, T> reader) {
        return part.each().entrySet().stream()
                .map(entry -> reader.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DocumentRule document(String kind, Part part) {
        return new DocumentRule(kind, part.text("text"), part.flag("perMember"), !part.flag("optional"));
    }

    private CheckRule check(String code, Part part) {
        List<FactKey> supplies = part.texts("supplies").stream()
                .map(facts::named)
                .flatMap(Optional::stream)
                .toList();
        return new CheckRule(
                code,
                part.text("agency", code),
                part.text("text"),
                Facet.valueOf(part.text("facet")),
                part.at("limit").days(),
                Silence.valueOf(part.text("silence")),
                part.at("freshFor").days(),
                supplies);
    }

    private static Set<String> askedAnew(Part checks) {
        return checks.each().entrySet().stream()
                .filter(check -> check.getValue().flag("askAnew"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Limits limits(Part part) {
        return new Limits(
                part.at("intake").days(),
                part.at("makeGood").days(),
                part.at("whole").days(),
                part.at("verification").days(),
                part.at("subdistrict").days(),
                part.at("jointReview").days(),
                part.at("extension").days(),
                part.at("reconsider").days());
    }

    private static PauseRule pause(String reason, Part part) {
        return new PauseRule(reason, part.text("text"), part.at("longest").days());
    }

    private static PanelRule panel(Part part) {
        Map<String, Part> seats = part.at("seats").each();
        return new PanelRule(
                seats.entrySet().stream()
                        .map(seat -> new PanelRule.Seat(
                                seat.getKey(), seat.getValue().text()))
                        .toList(),
                PanelRule.Decision.valueOf(part.text("decision")));
    }

    private static CategoryRule category(String code, Part part) {
        return new CategoryRule(code, part.text("text"), part.optional("hint"));
    }

    private static PaperText paper(String kind, Part part) {
        return new PaperText(
                kind, part.text("heading"), part.texts("paragraphs"), part.texts("remedies"), part.text("basis"));
    }
}
