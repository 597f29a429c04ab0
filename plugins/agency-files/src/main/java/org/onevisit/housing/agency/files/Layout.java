package org.onevisit.housing.agency.files;

import java.util.Map;
import java.util.Set;
import org.onevisit.housing.model.FactKey;

/**
 * How the agency writes: names of columns, words for results, days.
 *
 * @param columns name of each column by its key
 * @param facts facts supplied, by the name of their column
 * @param results words of the agency, by what they say
 * @param days how days are written
 */
record Layout(Map<String, String> columns, Map<String, FactKey> facts, Map<Result, Set<String>> results, Days days) {
    /** Key of the column with the inquiry's id. */
    static final String INQUIRY = "INQUIRY";
    /** Key of the column with the person's id. */
    static final String PERSON = "PERSON";
    /** Key of the column with the agency's deadline. */
    static final String DUE_BY = "DUE_BY";
    /** Key of the column with the day that an answer speaks of. */
    static final String AS_OF = "AS_OF";
    /** Key of the column with the result. */
    static final String RESULT = "RESULT";

    /** What an agency says of a person. */
    enum Result {
        /** It has facts. */
        FOUND,
        /** It searched, and has no entry. */
        NOTHING,
        /** It cannot answer. */
        CANNOT
    }

    /** The name of a column; the key itself where the agency gave none. */
    String column(String key) {
        return columns.getOrDefault(key, key);
    }
}
