package org.onevisit.housing.spi.verification;

import org.osgi.annotation.versioning.ProviderType;

/** A person in an inquiry. Its {@code toString()} shows the id alone. */
@ProviderType
public interface InquiryPerson {
    /** Name of the person inside this inquiry; answers are given under it. Not personal data. */
    String id();

    /**
     * Value of a field, as text.
     *
     * @throws IllegalStateException if the check's profile did not declare the field
     */
    String field(MemberField field);
}
