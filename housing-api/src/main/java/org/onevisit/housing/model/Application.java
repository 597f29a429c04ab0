package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a household hands in (保障申请): the one dossier, entered once. It holds no income, home or bank figure, since agencies
 * answer those.
 *
 * <p>Immutable; a change is made through {@link #toBuilder()}. Whether it is well-formed is judged by
 * {@link org.onevisit.housing.engine.ApprovalService}, not here.
 */
public final class Application {
    private final Programme programme;
    private final Assistance assistance;
    private final Division division;
    private final Intake intake;
    private final String applicant;
    private final Contact contact;
    private final Household household;
    private final List<Document> documents;
    private final List<Authorisation> authorisations;

    private Application(Builder b) {
        programme = requireNonNull(b.programme, "programme");
        assistance = requireNonNull(b.assistance, "assistance");
        division = requireNonNull(b.division, "division");
        intake = requireNonNull(b.intake, "intake");
        applicant = requireNonNull(b.applicant, "applicant");
        contact = requireNonNull(b.contact, "contact");
        household = requireNonNull(b.household, "household");
        documents = List.copyOf(b.documents);
        authorisations = List.copyOf(b.authorisations);
        if (household.member(applicant).isEmpty()) {
            throw new IllegalArgumentException("the applicant is a member of the household");
        }
    }

    /** The programme applied for. */
    public enum Programme {
        /** 公共租赁住房. */
        PUBLIC_RENTAL_HOUSING
    }

    /** Starts an empty dossier. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts a changed copy. */
    public Builder toBuilder() {
        return new Builder()
                .programme(programme)
                .assistance(assistance)
                .division(division)
                .intake(intake)
                .applicant(applicant)
                .contact(contact)
                .household(household)
                .documents(documents)
                .authorisations(authorisations);
    }

    /** Which programme. */
    public Programme programme() {
        return programme;
    }

    /** Money or a home. */
    public Assistance assistance() {
        return assistance;
    }

    /** The county that decides. */
    public Division division() {
        return division;
    }

    /** How it came in. */
    public Intake intake() {
        return intake;
    }

    /** Id of the member who signs. */
    public String applicant() {
        return applicant;
    }

    /** The member who signs. */
    public Member applicantMember() {
        return household.member(applicant).orElseThrow();
    }

    /** How the applicant is reached. */
    public Contact contact() {
        return contact;
    }

    /** Who applies. */
    public Household household() {
        return household;
    }

    /** The papers handed in so far. */
    public List<Document> documents() {
        return documents;
    }

    /** The signatures given so far. */
    public List<Authorisation> authorisations() {
        return authorisations;
    }

    /** Two dossiers are the same when all their parts are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Application that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(
                programme, assistance, division, intake, applicant, contact, household, documents, authorisations);
    }

    @Override
    public String toString() {
        return "Application of a " + household + " in " + division;
    }

    /** Collects the parts. Not for several threads. */
    @SuppressWarnings("NullAway.Init") // a part that was not given is found by build()
    public static final class Builder {
        private Programme programme = Programme.PUBLIC_RENTAL_HOUSING;
        private Assistance assistance = Assistance.RENT_SUBSIDY;
        private Division division;
        private Intake intake;
        private String applicant;
        private Contact contact;
        private Household household;
        private List<Document> documents = List.of();
        private List<Authorisation> authorisations = List.of();

        private Builder() {}

        /** Sets the programme. */
        public Builder programme(Programme value) {
            programme = value;
            return this;
        }

        /** Sets money or a home. */
        public Builder assistance(Assistance value) {
            assistance = value;
            return this;
        }

        /** Sets the county. */
        public Builder division(Division value) {
            division = value;
            return this;
        }

        /** Sets how it came in. */
        public Builder intake(Intake value) {
            intake = value;
            return this;
        }

        /** Sets the id of the member who signs. */
        public Builder applicant(String value) {
            applicant = value;
            return this;
        }

        /** Sets how the applicant is reached. */
        public Builder contact(Contact value) {
            contact = value;
            return this;
        }

        /** Sets who applies. */
        public Builder household(Household value) {
            household = value;
            return this;
        }

        /** Sets the papers. */
        public Builder documents(List<Document> value) {
            documents = value;
            return this;
        }

        /** Sets the signatures. */
        public Builder authorisations(List<Authorisation> value) {
            authorisations = value;
            return this;
        }

        /**
         * Builds the dossier.
         *
         * @throws NullPointerException if a part is missing
         * @throws IllegalArgumentException if the applicant is not a member
         */
        public Application build() {
            return new Application(this);
        }
    }
}
