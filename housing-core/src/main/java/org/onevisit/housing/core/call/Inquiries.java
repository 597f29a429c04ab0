package org.onevisit.housing.core.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.spi.verification.MemberField;

/** What is disclosed of a member: the declared fields and no others. */
public final class Inquiries {
    private Inquiries() {}

    /** The declared fields of a member by name. */
    public static Map<String, String> fields(Member member, Set<MemberField> needs) {
        Map<String, String> fields = new LinkedHashMap<>();
        CoreInquiry.fields(member, needs).forEach((field, value) -> fields.put(field.name(), value));
        return fields;
    }
}
