package org.onevisit.housing.intake.files;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of one system that hands in applications by files. */
@ObjectClassDefinition(
        id = ChannelConfig.PID,
        name = "Intake: files",
        description = "A system that hands in applications as CSV or JSON files and fetches papers as files")
@interface ChannelConfig {
    /** Factory PID. */
    String PID = "org.onevisit.housing.intake.files";

    @AttributeDefinition(description = "Code of the system: lower-case letters, digits, hyphens; 1 to 40")
    String window();

    @AttributeDefinition(description = "Name of the system for people, zh-CN")
    String text() default "其他系统";

    @AttributeDefinition(description = "Code of the county, 6 digits; CSV rows are for it")
    String division();

    @AttributeDefinition(description = "Folder into which the system lays applications; it must be there")
    String in();

    @AttributeDefinition(description = "Folder from which the system fetches papers; it must be there, and be another")
    String out();

    @AttributeDefinition(description = "Encoding of CSV files and of answers: UTF-8 or GB18030; JSON is UTF-8")
    String charset() default "UTF-8";

    @AttributeDefinition(description = "Character between cells: a comma, a semicolon, or TAB")
    String separator() default ",";

    @AttributeDefinition(
            description = "When a file is whole: QUIET, when it did not change for a while; MARKER, only when FILE.ok"
                    + " stands beside it, which always suffices")
    String wholeBy() default "QUIET";

    @AttributeDefinition(description = "How long a file must not have changed, in seconds; 0 to 3600")
    int quietSeconds() default 10;
}
