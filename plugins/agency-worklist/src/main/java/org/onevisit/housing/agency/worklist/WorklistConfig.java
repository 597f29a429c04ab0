package org.onevisit.housing.agency.worklist;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of one agency without an interface; each configuration is one check. */
@ObjectClassDefinition(
        id = WorklistConfig.PID,
        name = "Agency: worklist",
        description = "An agency without an interface: its officer answers on a page")
@interface WorklistConfig {
    /** Factory PID. */
    String PID = "org.onevisit.housing.agency.worklist";

    @AttributeDefinition(description = "Code of the check, which a pack asks for: lower-case letters, digits, hyphens")
    String check();

    @AttributeDefinition(description = "Code of the agency; empty: the same as the check")
    String agency() default "";

    @AttributeDefinition(
            description =
                    "Facts supplied, by name, for example home.count; a county's own as x-330482.word:TYPE:SUBJECT")
    String[] supplies();

    @AttributeDefinition(description = "Fields of a member that the officer sees, for example NAME and RESIDENT_ID")
    String[] needs();

    @AttributeDefinition(description = "Within how many working days the officer answers; 1 to 60")
    int answerWithinWorkingDays() default 3;
}
