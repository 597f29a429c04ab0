package org.onevisit.housing.agency.files;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of one agency that exchanges files; each configuration is one check. */
@ObjectClassDefinition(
        id = FilesConfig.PID,
        name = "Agency: files",
        description = "An agency that takes inquiries as CSV files and answers by CSV files")
@interface FilesConfig {
    /** Factory PID. */
    String PID = "org.onevisit.housing.agency.files";

    @AttributeDefinition(description = "Code of the check, which a pack asks for: lower-case letters, digits, hyphens")
    String check();

    @AttributeDefinition(description = "Code of the agency; empty: the same as the check")
    String agency() default "";

    @AttributeDefinition(description = "Folder into which inquiries are laid; it must be there")
    String out();

    @AttributeDefinition(description = "Folder into which the agency lays answers; it must be there, and be another")
    String in();

    @AttributeDefinition(description = "Encoding of all files: UTF-8 or GB18030")
    String charset() default "UTF-8";

    @AttributeDefinition(description = "Character between cells: a comma, a semicolon, or TAB")
    String separator() default ",";

    @AttributeDefinition(
            description =
                    "Facts supplied, by name, for example home.count; a county's own as x-330482.word:TYPE:SUBJECT")
    String[] supplies();

    @AttributeDefinition(
            description = "Fields of a member that are written into inquiries, for example NAME and RESIDENT_ID")
    String[] needs();

    @AttributeDefinition(
            description = "What the agency calls the columns, each as KEY=name, for example RESIDENT_ID=证件号码. Keys are"
                    + " INQUIRY PERSON DUE_BY AS_OF RESULT, the fields in needs and the facts in supplies; a key that is"
                    + " not named is its own name")
    String[] columns() default {};

    @AttributeDefinition(description = "Results by which the agency says that it has facts")
    String[] found() default {"FOUND"};

    @AttributeDefinition(description = "Results by which the agency says that it searched and has no entry")
    String[] nothing() default {"NOTHING"};

    @AttributeDefinition(description = "Results by which the agency says that it cannot answer; they are the reason")
    String[] cannot() default {"CANNOT"};

    @AttributeDefinition(description = "How the agency writes days, for example yyyy-MM-dd or yyyyMMdd")
    String dateFormat() default "yyyy-MM-dd";

    @AttributeDefinition(
            description = "When a file is whole: QUIET, when it did not change for a while; MARKER, only when FILE.ok"
                    + " stands beside it, which always suffices")
    String wholeBy() default "QUIET";

    @AttributeDefinition(description = "How long a file must not have changed, in seconds; 0 to 3600")
    int quietSeconds() default 10;

    @AttributeDefinition(description = "When answers are expected, in working days; 1 to 60")
    int answerWithinWorkingDays() default 3;

    @AttributeDefinition(
            description =
                    "How long one look at the folders may take, in seconds; 1 to 120. What is left is for the next")
    int callTimeoutSeconds() default 60;
}
