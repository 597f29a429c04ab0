package org.onevisit.housing.process;

/** The four stages of the reform of 2018. Nobody can add a fifth. */
public enum Stage {
    /** 申请受理. */
    INTAKE,
    /** 项目核查. */
    VERIFICATION,
    /** 街道审核. */
    SUBDISTRICT_REVIEW,
    /** 联审公示. */
    JOINT_REVIEW_AND_PUBLICITY
}
