package org.onevisit.housing.core.flow;

/** Who may pull a trigger. */
public enum Who {
    /** 窗口受理人员. */
    CLERK,
    /** 申请人. */
    APPLICANT,
    /** An agency, through the inbox. */
    AGENCY,
    /** 街道审核人员 of the register's subdistrict. */
    REVIEWER,
    /** A seat of the panel. */
    PANEL,
    /** 联审小组组长. */
    CHAIR,
    /** 督办人员. */
    SUPERVISOR,
    /** Anybody, by real name. */
    ANYONE,
    /** The core itself, in the same commit as the cause; nobody can send it. */
    CORE,
    /** A due date; nobody can send it. */
    TIME
}
