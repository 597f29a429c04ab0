package org.onevisit.housing.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.model.Authorisation;
import org.onevisit.housing.model.Document;

/** One thing that an actor wants done to one application. Reasons are for people; they are sealed in the journal. */
public sealed interface Command {
    /** Which action it is. */
    Action action();

    /** Accept. */
    record Accept() implements Command {
        @Override
        public Action action() {
            return Action.ACCEPT;
        }
    }

    /** Ask once for everything that is missing; what is missing the core knows. */
    record RequestMakeGood() implements Command {
        @Override
        public Action action() {
            return Action.REQUEST_MAKE_GOOD;
        }
    }

    /** Hand in papers and signatures. */
    record MakeGood(List<Document> documents, List<Authorisation> authorisations) implements Command {
        /** Copies the lists. */
        public MakeGood {
            documents = List.copyOf(documents);
            authorisations = List.copyOf(authorisations);
        }

        @Override
        public Action action() {
            return Action.MAKE_GOOD;
        }
    }

    /** Decline, for a reason on the pack's list. */
    record Decline(String reason, String text) implements Command {
        /** Checks that nothing is null. */
        public Decline {
            requireNonNull(reason, "reason");
            requireNonNull(text, "text");
        }

        @Override
        public Action action() {
            return Action.DECLINE;
        }
    }

    /** Hand in signatures. */
    record Authorise(List<Authorisation> authorisations) implements Command {
        /** Copies the list. */
        public Authorise {
            authorisations = List.copyOf(authorisations);
        }

        @Override
        public Action action() {
            return Action.AUTHORISE;
        }
    }

    /**
     * Revoke a member's signature: nothing more is sent about them, and what was found about them is used for nothing else.
     *
     * @param member id of the member
     * @param purpose of the signature, see {@link Authorisation#purpose()}
     * @param reasons why
     */
    record RevokeAuthorisation(String member, String purpose, String reasons) implements Command {
        /** Checks that nothing is null. */
        public RevokeAuthorisation {
            requireNonNull(member, "member");
            requireNonNull(purpose, "purpose");
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.REVOKE_AUTHORISATION;
        }
    }

    /** Endorse. */
    record Endorse(String reasons) implements Command {
        /** Checks that nothing is null. */
        public Endorse {
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.ENDORSE;
        }
    }

    /** Oppose. */
    record Oppose(String reasons) implements Command {
        /** Checks that nothing is null. */
        public Oppose {
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.OPPOSE;
        }
    }

    /** Have these checks asked again. */
    record Recheck(Set<String> checks, String reasons) implements Command {
        /** Copies the set. */
        public Recheck {
            checks = Set.copyOf(checks);
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.RECHECK;
        }
    }

    /** Vote for the own seat. */
    record Vote(Choice choice, String reasons) implements Command {
        /** How a member votes. */
        public enum Choice {
            /** Approve. */
            APPROVE,
            /** Refuse; only where a criterion is not met or an objection was upheld. */
            REFUSE,
            /** Back to the subdistrict. */
            RETURN
        }

        /** Checks that nothing is null. */
        public Vote {
            requireNonNull(choice, "choice");
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.VOTE;
        }
    }

    /** Dismiss an objection. */
    record DismissObjection(String objection, String reasons) implements Command {
        /** Checks that nothing is null. */
        public DismissObjection {
            requireNonNull(objection, "objection");
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.DISMISS_OBJECTION;
        }
    }

    /** Uphold an objection. */
    record UpholdObjection(String objection, String reasons) implements Command {
        /** Checks that nothing is null. */
        public UpholdObjection {
            requireNonNull(objection, "objection");
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.UPHOLD_OBJECTION;
        }
    }

    /** Reconsider a refusal. */
    record Reconsider(String reasons) implements Command {
        /** Checks that nothing is null. */
        public Reconsider {
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.RECONSIDER;
        }
    }

    /** Correct the dossier. */
    record Amend(Application application, String reasons) implements Command {
        /** Checks that nothing is null. */
        public Amend {
            requireNonNull(application, "application");
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.AMEND;
        }
    }

    /** Stop the clock. */
    record Pause(String reason, String text) implements Command {
        /** Checks that nothing is null. */
        public Pause {
            requireNonNull(reason, "reason");
            requireNonNull(text, "text");
        }

        @Override
        public Action action() {
            return Action.PAUSE;
        }
    }

    /** Let the clock run. */
    record Resume() implements Command {
        @Override
        public Action action() {
            return Action.RESUME;
        }
    }

    /** Extend the limit by what the pack allows. */
    record Extend(String reasons) implements Command {
        /** Checks that nothing is null. */
        public Extend {
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.EXTEND;
        }
    }

    /** Withdraw. */
    record Withdraw(String reasons) implements Command {
        /** Checks that nothing is null. */
        public Withdraw {
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.WITHDRAW;
        }
    }

    /** Discontinue. */
    record Discontinue(Cause cause, String reasons) implements Command {
        /** Why. */
        public enum Cause {
            /** The applicant has died. */
            DEATH,
            /** Another county is competent. */
            WRONG_COUNTY,
            /** A member was listed without consent. */
            LISTED_WITHOUT_CONSENT
        }

        /** Checks that nothing is null. */
        public Discontinue {
            requireNonNull(cause, "cause");
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.DISCONTINUE;
        }
    }

    /** File the annual review. */
    record FileReview(List<Authorisation> authorisations) implements Command {
        /** Copies the list. */
        public FileReview {
            authorisations = List.copyOf(authorisations);
        }

        @Override
        public Action action() {
            return Action.FILE_REVIEW;
        }
    }

    /** Report a change of the household. */
    record ReportChange(Application application, String reasons) implements Command {
        /** Checks that nothing is null. */
        public ReportChange {
            requireNonNull(application, "application");
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.REPORT_CHANGE;
        }
    }

    /** End an award. */
    record End(String reasons) implements Command {
        /** Checks that nothing is null. */
        public End {
            requireNonNull(reasons, "reasons");
        }

        @Override
        public Action action() {
            return Action.END;
        }
    }
}
