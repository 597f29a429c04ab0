package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Member;
import org.onevisit.housing.model.ResidentId;

/** A member of the household, in the form of a submission. */
@Schema(name = "ApplicationMember")
record DossierMember(
        String id,
        String name,
        Member.Relation relation,
        Identity identity,
        Register register,
        Member.MaritalStatus maritalStatus,

        @Schema(description = "Id of the adult member who signs for a minor")
        Optional<String> guardian) {
    private static final String RESIDENT_ID = "RESIDENT_ID";
    private static final String RESIDENCE_PERMIT = "HK_MACAO_TAIWAN_RESIDENCE_PERMIT";

    /** The identity document. */
    @Schema(name = "ApplicationIdentity")
    record Identity(
            @Schema(allowableValues = {RESIDENT_ID, RESIDENCE_PERMIT})
            String kind,

            @Schema(description = "18 characters, or 15 digits of the first generation")
            String number) {
        static Identity of(ResidentId number) {
            boolean mainland = number.kind() == ResidentId.Kind.MAINLAND;
            return new Identity(mainland ? RESIDENT_ID : RESIDENCE_PERMIT, number.number());
        }
    }

    /** Where the person is registered. */
    @Schema(name = "ApplicationRegister")
    record Register(Division division, Optional<LocalDate> since) {}

    static DossierMember of(Member member) {
        return new DossierMember(
                member.id(),
                member.name(),
                member.relation(),
                Identity.of(member.identity()),
                new Register(member.register(), member.registeredSince()),
                member.maritalStatus(),
                member.guardian());
    }
}
