package org.onevisit.housing.process;

import java.util.Optional;

/** Where an application is: a step inside a stage, or an end. */
public enum Step {
    /** Received; not yet accepted. */
    RECEIVED(Stage.INTAKE),
    /** The applicant makes good what was missing. */
    MAKING_GOOD(Stage.INTAKE),
    /** Agencies are asked. */
    CHECKING(Stage.VERIFICATION),
    /** The subdistrict office looks at it. */
    REVIEWING(Stage.SUBDISTRICT_REVIEW),
    /** The panel votes. */
    VOTING(Stage.JOINT_REVIEW_AND_PUBLICITY),
    /** The notice is being posted. */
    POSTING(Stage.JOINT_REVIEW_AND_PUBLICITY),
    /** The notice can be seen and objected to. */
    NOTICE_OPEN(Stage.JOINT_REVIEW_AND_PUBLICITY),
    /** An objection is being looked into. */
    OBJECTED(Stage.JOINT_REVIEW_AND_PUBLICITY),
    /** End: granted. */
    APPROVED,
    /** End: refused. */
    REFUSED,
    /** End: not accepted. */
    NOT_ACCEPTED,
    /** End: not made good in time. */
    LAPSED,
    /** End: withdrawn by the applicant. */
    WITHDRAWN,
    /** End: discontinued. */
    DISCONTINUED,
    /** After an end: its content was destroyed, its journal stays. */
    ERASED;

    private final Optional<Stage> stage;

    Step() {
        this.stage = Optional.empty();
    }

    Step(Stage stage) {
        this.stage = Optional.of(stage);
    }

    /** The stage; empty at an end. */
    public Optional<Stage> stage() {
        return stage;
    }

    /** Is it not at an end? */
    public boolean isOpen() {
        return stage.isPresent();
    }
}
