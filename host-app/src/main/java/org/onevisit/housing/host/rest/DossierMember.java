package org.onevisit.housing.host.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import org.onevisit.housing.model.Division;
import org.onevisit.housing.model.Member;

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
    /** The identity document. */
    @Schema(name = "ApplicationIdentity")
    record Identity(@Schema(example = "RESIDENT_ID") String kind, String number) {}

    /** Where the person is registered. */
    @Schema(name = "ApplicationRegister")
    record Register(Division division, Optional<LocalDate> since) {}

    static DossierMember of(Member member) {
        return new DossierMember(
                member.id(),
                member.name(),
                member.relation(),
                new Identity("RESIDENT_ID", member.identity().number()),
                new Register(member.register(), member.registeredSince()),
                member.maritalStatus(),
                member.guardian());
    }
}
