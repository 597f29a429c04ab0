package org.onevisit.housing.spi.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onevisit.housing.model.DayCount;
import org.onevisit.housing.model.FactKey;

/**
 * How the process runs in a county: a plain value. The four stages are fixed; what is here fills them. Built by
 * {@link #builder()}, which starts with empty lists and the limits that the law sets.
 */
public final class ProcessRules {
    private final List<DocumentRule> documents;
    private final List<CheckRule> checks;
    private final Limits limits;
    private final List<PauseRule> pauses;
    private final PanelRule panel;
    private final int reviewOfficers;
    private final int recheckRounds;
    private final boolean minorMayBeClaimedTwice;
    private final List<String> declineReasons;
    private final List<CategoryRule> categories;
    private final List<PaperText> papers;
    private final Set<String> askedAnew;
    private final boolean signAgainOnChange;
    private final int archiveYears;

    private ProcessRules(Builder b) {
        documents = List.copyOf(b.documents);
        checks = List.copyOf(b.checks);
        limits = b.limits;
        pauses = List.copyOf(b.pauses);
        panel = b.panel;
        reviewOfficers = b.reviewOfficers;
        recheckRounds = b.recheckRounds;
        minorMayBeClaimedTwice = b.minorMayBeClaimedTwice;
        declineReasons = List.copyOf(b.declineReasons);
        categories = List.copyOf(b.categories);
        papers = List.copyOf(b.papers);
        askedAnew = Set.copyOf(b.askedAnew);
        signAgainOnChange = b.signAgainOnChange;
        archiveYears = b.archiveYears;
    }

    /** Starts with nothing asked and the limits of {@link Limits#LAW}. */
    public static Builder builder() {
        return new Builder();
    }

    /** A paper that must be handed in. */
    public record DocumentRule(String kind, String text, boolean perMember, boolean required) {
        /** Checks that nothing is null. */
        public DocumentRule {
            requireNonNull(kind, "kind");
            requireNonNull(text, "text");
        }
    }

    /**
     * A check that an application needs.
     *
     * @param check code
     * @param agency code of the agency
     * @param text name of the agency, zh-CN
     * @param facet economic or housing
     * @param limit the agency's limit
     * @param silence what its silence means
     * @param freshFor how long a finding stays fresh
     * @param supplies facts that the county relies on it for; a gap in them is told under this check's name
     */
    public record CheckRule(
            String check,
            String agency,
            String text,
            Facet facet,
            DayCount limit,
            Silence silence,
            DayCount freshFor,
            List<FactKey> supplies) {
        /** Copies the list. */
        public CheckRule {
            requireNonNull(check, "check");
            requireNonNull(agency, "agency");
            requireNonNull(text, "text");
            requireNonNull(facet, "facet");
            requireNonNull(limit, "limit");
            requireNonNull(silence, "silence");
            requireNonNull(freshFor, "freshFor");
            supplies = List.copyOf(supplies);
        }
    }

    /** Which of the two tracks a check belongs to. */
    public enum Facet {
        /** 经济状况核对. */
        ECONOMIC,
        /** 住房状况核对. */
        HOUSING
    }

    /** What the silence of an agency leads to. */
    public enum Silence {
        /** The panel cannot approve over the gap; it returns the application. */
        WAIT,
        /** The reviewer asks by letter and enters the answer; until then as WAIT. */
        BY_HAND,
        /** The panel may decide over the gap, which stays flagged. */
        FLAG
    }

    /**
     * The limits of the clocks. Intake: Administrative Licensing Law, article 32; the others are the county's.
     *
     * @param intake to accept, ask for more or decline, from receipt
     * @param makeGood for the applicant to make good
     * @param whole from acceptance to the decision
     * @param verification for stage 2
     * @param subdistrict for stage 3
     * @param jointReview for stage 4
     * @param extension what one extension adds
     * @param reconsider limit of a reconsideration, and the window to ask for it
     */
    public record Limits(
            DayCount intake,
            DayCount makeGood,
            DayCount whole,
            DayCount verification,
            DayCount subdistrict,
            DayCount jointReview,
            DayCount extension,
            DayCount reconsider) {
        /** Five working days of intake by law; the 40 of the notice of 2018; 15 of order 11 for reconsideration; the rest DESIGN. */
        public static final Limits LAW = new Limits(
                DayCount.working(5),
                DayCount.working(10),
                DayCount.working(40),
                DayCount.working(15),
                DayCount.working(8),
                DayCount.working(17),
                DayCount.working(10),
                DayCount.working(15));
    }

    /** A reason for which the clock may stop, and for how long at most. */
    public record PauseRule(String reason, String text, DayCount longest) {
        /** Checks that nothing is null. */
        public PauseRule {
            requireNonNull(reason, "reason");
            requireNonNull(text, "text");
            requireNonNull(longest, "longest");
        }
    }

    /**
     * The joint review panel (联审小组).
     *
     * @param seats who sits in it, at least one
     * @param decision how votes are counted
     */
    public record PanelRule(List<Seat> seats, Decision decision) {
        /** Copies the list. */
        public PanelRule {
            seats = List.copyOf(seats);
            requireNonNull(decision, "decision");
            if (seats.isEmpty()) {
                throw new IllegalArgumentException("a panel has at least one seat");
            }
        }

        /** A seat: code and name, zh-CN. */
        public record Seat(String code, String text) {
            /** Checks that nothing is null. */
            public Seat {
                requireNonNull(code, "code");
                requireNonNull(text, "text");
            }
        }

        /** How votes are counted. */
        public enum Decision {
            /** Every seat the same way. */
            UNANIMOUS,
            /** More than half of all seats. */
            MAJORITY
        }
    }

    /** A category of applicants that a county knows, for the form. */
    public record CategoryRule(String code, String text, Optional<String> hint) {
        /** Checks that nothing is null. */
        public CategoryRule {
            requireNonNull(code, "code");
            requireNonNull(text, "text");
            requireNonNull(hint, "hint");
        }
    }

    /**
     * Fixed text of a paper (文书).
     *
     * @param kind {@code receipt, make-good, acceptance, non-acceptance, decision, review}
     * @param heading zh-CN
     * @param paragraphs zh-CN
     * @param remedies how to have it reviewed, zh-CN; empty where there is none
     * @param basis legal basis
     */
    public record PaperText(String kind, String heading, List<String> paragraphs, List<String> remedies, String basis) {
        /** Copies the lists. */
        public PaperText {
            requireNonNull(kind, "kind");
            requireNonNull(heading, "heading");
            paragraphs = List.copyOf(paragraphs);
            remedies = List.copyOf(remedies);
            requireNonNull(basis, "basis");
        }
    }

    /** Papers that are asked for. */
    public List<DocumentRule> documents() {
        return documents;
    }

    /** Checks that are wanted, each by name. */
    public List<CheckRule> checks() {
        return checks;
    }

    /** The wanted check with this code. */
    public Optional<CheckRule> check(String code) {
        return checks.stream().filter(c -> c.check().equals(code)).findFirst();
    }

    /** The limits of the clocks. */
    public Limits limits() {
        return limits;
    }

    /** Reasons for which the clock may stop. */
    public List<PauseRule> pauses() {
        return pauses;
    }

    /** The joint review panel. */
    public PanelRule panel() {
        return panel;
    }

    /** How many officers of the subdistrict must speak. */
    public int reviewOfficers() {
        return reviewOfficers;
    }

    /** How many times a reviewer may send an application back to verification. */
    public int recheckRounds() {
        return recheckRounds;
    }

    /** May a minor be a member of two applications (shared custody)? */
    public boolean minorMayBeClaimedTwice() {
        return minorMayBeClaimedTwice;
    }

    /** Codes of the reasons for which a clerk may decline. */
    public List<String> declineReasons() {
        return declineReasons;
    }

    /** Categories of applicants. */
    public List<CategoryRule> categories() {
        return categories;
    }

    /** Fixed texts of papers. */
    public List<PaperText> papers() {
        return papers;
    }

    /**
     * May a finding of this check in another application be used again (结果互认), while it is fresh and authorised? So it is unless
     * the builder says otherwise.
     */
    public boolean recognises(String check) {
        return !askedAnew.contains(check);
    }

    /** Do all members sign again when the household is made up of other people? So it is unless the builder says otherwise. */
    public boolean signAgainOnChange() {
        return signAgainOnChange;
    }

    /** For how many years after the last entry of its journal is a dossier kept? Only then it may be erased. 10 unless the builder says otherwise (DESIGN). */
    public int archiveYears() {
        return archiveYears;
    }

    /** Starts with all of this. */
    public Builder toBuilder() {
        return new Builder()
                .documents(documents)
                .checks(checks)
                .limits(limits)
                .pauses(pauses)
                .panel(panel)
                .reviewOfficers(reviewOfficers)
                .recheckRounds(recheckRounds)
                .minorMayBeClaimedTwice(minorMayBeClaimedTwice)
                .declineReasons(declineReasons)
                .categories(categories)
                .papers(papers)
                .askedAnew(askedAnew)
                .signAgainOnChange(signAgainOnChange)
                .archiveYears(archiveYears);
    }

    /** Collects the parts. Not for several threads. */
    public static final class Builder {
        private List<DocumentRule> documents = List.of();
        private List<CheckRule> checks = List.of();
        private Limits limits = Limits.LAW;
        private List<PauseRule> pauses = List.of();
        private PanelRule panel =
                new PanelRule(List.of(new PanelRule.Seat("housing", "住房保障主管部门")), PanelRule.Decision.UNANIMOUS);
        private int reviewOfficers = 1;
        private int recheckRounds = 2;
        private boolean minorMayBeClaimedTwice;
        private List<String> declineReasons = List.of();
        private List<CategoryRule> categories = List.of();
        private List<PaperText> papers = List.of();
        private Set<String> askedAnew = Set.of();
        private boolean signAgainOnChange = true;
        private int archiveYears = 10;

        private Builder() {}

        /** Sets the papers asked for. */
        public Builder documents(List<DocumentRule> value) {
            documents = value;
            return this;
        }

        /** Sets the checks wanted. */
        public Builder checks(List<CheckRule> value) {
            checks = value;
            return this;
        }

        /** Sets the limits. */
        public Builder limits(Limits value) {
            limits = requireNonNull(value);
            return this;
        }

        /** Sets the reasons to pause. */
        public Builder pauses(List<PauseRule> value) {
            pauses = value;
            return this;
        }

        /** Sets the panel. */
        public Builder panel(PanelRule value) {
            panel = requireNonNull(value);
            return this;
        }

        /** Sets how many officers speak; at least one. */
        public Builder reviewOfficers(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("at least one officer of the subdistrict speaks");
            }
            reviewOfficers = value;
            return this;
        }

        /** Sets how often a reviewer may send back; not negative. */
        public Builder recheckRounds(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("rounds are not negative");
            }
            recheckRounds = value;
            return this;
        }

        /** Lets a minor be a member of two applications. */
        public Builder minorMayBeClaimedTwice(boolean value) {
            minorMayBeClaimedTwice = value;
            return this;
        }

        /** Sets the reasons to decline. */
        public Builder declineReasons(List<String> value) {
            declineReasons = value;
            return this;
        }

        /** Sets the categories. */
        public Builder categories(List<CategoryRule> value) {
            categories = value;
            return this;
        }

        /** Sets the texts of papers. */
        public Builder papers(List<PaperText> value) {
            papers = value;
            return this;
        }

        /** Names the checks that are asked anew for each application, whatever was found elsewhere. */
        public Builder askedAnew(Set<String> checks) {
            askedAnew = checks;
            return this;
        }

        /** Says whether all members sign again when the household is made up of other people. */
        public Builder signAgainOnChange(boolean value) {
            signAgainOnChange = value;
            return this;
        }

        /** Sets for how many years after its last entry a dossier is kept; at least 0. */
        public Builder archiveYears(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("a dossier is kept for 0 years or more");
            }
            archiveYears = value;
            return this;
        }

        /** Builds the rules. */
        public ProcessRules build() {
            return new ProcessRules(this);
        }
    }
}
