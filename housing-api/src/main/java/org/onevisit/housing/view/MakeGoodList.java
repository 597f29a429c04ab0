package org.onevisit.housing.view;

import java.util.List;

/**
 * Everything that is missing, in one list (一次性补正告知).
 *
 * @param items what is missing; empty when complete
 */
public record MakeGoodList(List<Item> items) {
    /** Copies the list. */
    public MakeGoodList {
        items = List.copyOf(items);
    }

    /** Is nothing missing? */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /**
     * Something that is missing.
     *
     * @param kind kind of the document, or {@code AUTHORISATION}
     * @param member whom it is about; empty for the household
     * @param text for people, zh-CN; no personal data
     */
    public record Item(String kind, String member, String text) {}
}
