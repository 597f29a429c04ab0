package org.onevisit.housing.agency.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of one agency that speaks JSON over HTTP; each configuration is one check. */
@ObjectClassDefinition(
        id = HttpConfig.PID,
        name = "Agency: JSON over HTTP",
        description = "An agency that answers inquiries by POST; the format stands in the plugin's README")
@interface HttpConfig {
    /** Factory PID. */
    String PID = "org.onevisit.housing.agency.http";

    @AttributeDefinition(description = "Code of the check, which a pack asks for: lower-case letters, digits, hyphens")
    String check();

    @AttributeDefinition(description = "Code of the agency; empty: the same as the check")
    String agency() default "";

    @AttributeDefinition(description = "Address that inquiries are posted to: http or https, without query")
    String url();

    @AttributeDefinition(
            description =
                    "Facts supplied, by name, for example home.count; a county's own as x-330482.word:TYPE:SUBJECT")
    String[] supplies();

    @AttributeDefinition(
            description = "Fields of a member that are sent, for example NAME and RESIDENT_ID; no others are")
    String[] needs();

    @AttributeDefinition(description = "How long one call may take, in seconds; 1 to 120")
    int callTimeoutSeconds() default 30;

    @AttributeDefinition(description = "Calls that the agency bears at once; 1 to 64")
    int callsAtOnce() default 4;

    @AttributeDefinition(
            description = "Path of a file that holds the bearer token, and nothing else; empty: none is sent")
    String secretFile() default "";

    @AttributeDefinition(
            description = "Are promised answers fetched by GET url/ticket? Otherwise the agency calls back")
    boolean polls() default false;
}
