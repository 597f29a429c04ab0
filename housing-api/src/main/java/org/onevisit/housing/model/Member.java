package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One member of the household (家庭成员), as the household register and the application form name them.
 *
 * @param id short name inside this application, for example {@code m1}
 * @param name as on the identity card; personal data
 * @param relation to the applicant
 * @param identity number of the identity document
 * @param register where the person is registered
 * @param registeredSince since when, as declared; the police answer what is so
 * @param maritalStatus as declared
 * @param guardian id of the adult member who signs for a minor
 */
public record Member(
        String id,
        String name,
        Relation relation,
        ResidentId identity,
        Division register,
        Optional<LocalDate> registeredSince,
        MaritalStatus maritalStatus,
        Optional<String> guardian) {
    /** Relation to the applicant (GB/T 4761 in the groups that the form uses). */
    public enum Relation {
        /** 本人. */
        SELF,
        /** 配偶. */
        SPOUSE,
        /** 子女. */
        CHILD,
        /** 父母. */
        PARENT,
        /** 祖父母. */
        GRANDPARENT,
        /** 孙子女. */
        GRANDCHILD,
        /** 兄弟姐妹. */
        SIBLING,
        /** 儿媳, 女婿. */
        CHILD_IN_LAW,
        /** 其他. */
        OTHER
    }

    /** Marital status as declared (groups of GB/T 2261.2). */
    public enum MaritalStatus {
        /** 未婚. */
        UNMARRIED,
        /** 已婚. */
        MARRIED,
        /** 丧偶. */
        WIDOWED,
        /** 离婚. */
        DIVORCED,
        /** 未说明. */
        UNSTATED
    }

    /** Age from which a person signs alone: Civil Code, article 17. */
    public static final int ADULT_AGE = 18;

    /** Checks that nothing is null. */
    public Member {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(relation, "relation");
        requireNonNull(identity, "identity");
        requireNonNull(register, "register");
        requireNonNull(registeredSince, "registeredSince");
        requireNonNull(maritalStatus, "maritalStatus");
        requireNonNull(guardian, "guardian");
    }

    /** Is the person under {@value #ADULT_AGE} on that day? */
    public boolean isMinorOn(LocalDate day) {
        return identity.ageOn(day) < ADULT_AGE;
    }

    @Override
    public String toString() {
        return "Member " + id;
    }
}
