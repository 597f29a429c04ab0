package org.onevisit.housing.agency.simulated;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of one simulated agency; each configuration is one check. */
@ObjectClassDefinition(
        id = SimulatedConfig.PID,
        name = "Agency: simulated",
        description = "An agency that is not there: invented answers, delays and faults, the same for the same seed")
@interface SimulatedConfig {
    /** Factory PID. */
    String PID = "org.onevisit.housing.agency.simulated";

    @AttributeDefinition(description = "Code of the check, which a pack asks for: lower-case letters, digits, hyphens")
    String check();

    @AttributeDefinition(description = "Code of the agency; empty: the same as the check")
    String agency() default "";

    @AttributeDefinition(
            description =
                    "Facts supplied, by name, for example home.count; a county's own as x-330482.word:TYPE:SUBJECT")
    String[] supplies();

    @AttributeDefinition(description = "Chooses the world that is invented; checks of one world share it")
    long seed() default 0;

    @AttributeDefinition(
            description = "Share of inquiries promised for later, in percent; all shares add up to 100 at most")
    int latePercent() default 0;

    @AttributeDefinition(description = "Soonest answer of a late one, in working days; 1 to 60")
    int lateWorkingDaysMin() default 1;

    @AttributeDefinition(description = "Latest answer of a late one, in working days; 1 to 60")
    int lateWorkingDaysMax() default 5;

    @AttributeDefinition(description = "Share of inquiries promised and never answered, in percent")
    int silentPercent() default 0;

    @AttributeDefinition(description = "Share of inquiries whose first calls fail, in percent")
    int unreachablePercent() default 0;

    @AttributeDefinition(description = "How many calls of such an inquiry fail before it is answered; 1 to 1000000")
    int unreachableCalls() default 2;

    @AttributeDefinition(description = "Share of inquiries that the agency cannot answer, in percent")
    int cannotAnswerPercent() default 0;

    @AttributeDefinition(
            description = "Share of people of whom nothing is on record, in percent; not one of the shares above")
    int nothingOnRecordPercent() default 0;

    @AttributeDefinition(description = "People of whom the register says that they died, in each thousand; 0 to 1000")
    int deadPerMille() default 0;

    @AttributeDefinition(description = "Division in which the register has everybody")
    String registerDivision() default "330482001";

    @AttributeDefinition(description = "How long each call really takes, in milliseconds; 0 to 600000")
    int delayMillis() default 0;

    @AttributeDefinition(description = "When one call is interrupted, in seconds; 1 to 120")
    int callTimeoutSeconds() default 30;

    @AttributeDefinition(description = "Calls that the agency bears at once; 1 to 64")
    int callsAtOnce() default 4;

    @AttributeDefinition(description = "Path of a JSON file that overrides facts by identity number or *; empty: none")
    String script() default "";
}
