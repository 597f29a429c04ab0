package org.onevisit.housing.process;

/** What a user is here to do. Each account has one role and a scope; what is not allowed is refused. */
public enum Role {
    /** 申请人: one's own application. */
    APPLICANT,
    /** 窗口受理人员. */
    WINDOW_CLERK,
    /** 部门核查人员. */
    AGENCY_OFFICER,
    /** 街道审核人员. */
    SUBDISTRICT_REVIEWER,
    /** 联审小组成员. */
    PANEL_MEMBER,
    /** 联审小组组长. */
    PANEL_CHAIR,
    /** 督办人员. */
    SUPERVISOR,
    /** 运维人员: modules and configuration, no dossiers. */
    OPERATOR,
    /** 公示编辑. */
    PUBLICITY_EDITOR,
    /** 受理渠道: another system that hands in applications, and does and reads nothing else. */
    CHANNEL
}
