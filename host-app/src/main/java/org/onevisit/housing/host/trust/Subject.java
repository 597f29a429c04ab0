package org.onevisit.housing.host.trust;

import com.google.common.base.Ascii;
import java.security.cert.X509Certificate;

/** Whom a certificate names, as it may be shown and logged: in one line, and not without end. */
final class Subject {
    private static final int LONGEST = 160;

    private Subject() {}

    static String of(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().toString().replaceAll("\\p{C}", "?");
        return name.isBlank() ? "a signer without a name" : Ascii.truncate(name, LONGEST, "…");
    }
}
