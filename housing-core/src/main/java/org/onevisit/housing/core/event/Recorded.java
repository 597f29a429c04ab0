package org.onevisit.housing.core.event;

/**
 * An event and its moment.
 *
 * @param event what
 * @param moment when and by whom
 */
public record Recorded(Event event, Moment moment) {}
