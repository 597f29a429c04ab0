package org.onevisit.housing.view;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items in order
 * @param next cursor of the next page; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
