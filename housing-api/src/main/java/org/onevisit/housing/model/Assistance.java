package org.onevisit.housing.model;

/** What is granted (保障方式). */
public enum Assistance {
    /** 租赁补贴: a monthly amount of money. */
    RENT_SUBSIDY,
    /** 实物配租: a public rental unit. */
    PUBLIC_RENTAL_UNIT
}
