package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The people who apply together (申请家庭) and where they live.
 *
 * @param residence the division they live in
 * @param address street and number; personal data
 * @param members at least one, ids unique
 */
public record Household(Division residence, String address, List<Member> members) {
    /** Whom a fact of the whole household is about, where a person could stand. */
    public static final String SUBJECT = "household";

    /** Copies the list and checks that it has somebody. */
    public Household {
        requireNonNull(residence, "residence");
        requireNonNull(address, "address");
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a household has at least one member");
        }
    }

    /** The member with this id, if there is one. */
    public Optional<Member> member(String id) {
        return members.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** How many people. */
    public int size() {
        return members.size();
    }

    @Override
    public String toString() {
        return "Household of " + members.size();
    }
}
