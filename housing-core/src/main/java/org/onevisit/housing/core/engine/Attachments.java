package org.onevisit.housing.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.onevisit.housing.core.flow.Who;
import org.onevisit.housing.core.journal.Dossier;
import org.onevisit.housing.core.mailbox.Letter;
import org.onevisit.housing.core.rules.Authority;
import org.onevisit.housing.core.state.State;
import org.onevisit.housing.model.ApplicationNumber;
import org.onevisit.housing.process.Actor;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.spi.store.Unit;

/** Scans of papers: told by their content and not by their name, sealed, at most 10 MB. */
final class Attachments {
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private final Core core;
    private final Actor actor;
    private final Access access;

    Attachments(Core core, Actor actor, Access access) {
        this.core = core;
        this.actor = actor;
        this.access = access;
    }

    void attach(ApplicationNumber number, String document, byte[] content) {
        if (content.length > LARGEST) {
            throw new HousingException(ErrorCode.TOO_LARGE, "材料 " + document + " 超过 10 MB；请压缩后再上传");
        }
        if (!startsWith(content, PDF) && !startsWith(content, PNG) && !startsWith(content, JPEG)) {
            throw new HousingException(ErrorCode.BAD_ARGUMENT, "材料 " + document + " 不是 PDF、PNG 或 JPEG；请转换格式后再上传");
        }
        core.send(new Letter(
                number,
                dossier -> core.decided(number, dossier, (state, setting) -> {
                    requireKnown(state, document);
                    return Approvals.unchanged(state);
                }),
                Optional.empty(),
                dossier -> List.of(
                        new Unit.Attachment(document, core.journal().sealAttachment(dossier, document, content))),
                new CompletableFuture<>()));
    }

    private void requireKnown(State state, String document) {
        if (!Authority.permits(Set.of(Who.CLERK, Who.APPLICANT), Optional.of(actor), state)) {
            throw Authority.forbidden(actor, "上传申请 " + state.number() + " 的材料");
        }
        if (state.application().documents().stream().noneMatch(d -> d.id().equals(document))) {
            throw new HousingException(ErrorCode.NOT_FOUND, "申请 " + state.number() + " 没有材料 " + document + "；请先登记该材料");
        }
    }

    Optional<byte[]> read(ApplicationNumber number, String document) {
        Dossier dossier = core.dossier(number);
        access.read(dossier.state(), "document " + document);
        return core.store().attachment(number, document).map(bytes -> core.journal()
                .openAttachment(dossier, document, bytes));
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length
                && java.util.Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }
}
