package org.onevisit.housing.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A paper that was handed in (申请材料). Which kinds a county takes is in its pack.
 *
 * @param id short name inside this application, for example {@code d1}
 * @param kind code of the kind, for example {@link #ID_CARD}
 * @param members whom it is about; empty for the household as a whole
 * @param originalSeenBy officer who saw the original at the window
 */
public record Document(String id, String kind, List<String> members, Optional<String> originalSeenBy) {
    /** 身份证. */
    public static final String ID_CARD = "ID_CARD";
    /** 户口簿. */
    public static final String HOUSEHOLD_REGISTER = "HOUSEHOLD_REGISTER";
    /** 住房保障申请表. */
    public static final String APPLICATION_FORM = "APPLICATION_FORM";
    /** 经济状况核对申请表. */
    public static final String ECONOMIC_STATUS_INQUIRY_FORM = "ECONOMIC_STATUS_INQUIRY_FORM";

    /** Copies the list. */
    public Document {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        members = List.copyOf(members);
        requireNonNull(originalSeenBy, "originalSeenBy");
    }
}
