package org.onevisit.housing.process;

/** Whom to ring when something went wrong. */
public enum Blame {
    /** Who asked: the request has to change. */
    CALLER,
    /** A plugin: its maker. */
    MODULE,
    /** An agency: its office. */
    AGENCY,
    /** The site: disk, network, configuration. */
    SITE,
    /** The product itself. */
    CORE
}
