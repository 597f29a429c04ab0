package org.onevisit.housing.agency.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onevisit.housing.exchange.Csv;
import org.onevisit.housing.exchange.Encodings;
import org.onevisit.housing.exchange.SafeFiles;
import org.onevisit.housing.spi.verification.CheckProfile;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.InquiryPerson;
import org.onevisit.housing.spi.verification.MemberField;

/**
 * An inquiry as a file: a row for each person. Its name says which inquiry it is and about how many persons of it, and nothing of them;
 * the same question has the same name and content each time.
 */
final class QuestionFile {
    private final Path folder;
    private final CheckProfile profile;
    private final Layout layout;
    private final Csv csv;
    private final Charset charset;

    QuestionFile(Path folder, CheckProfile profile, Layout layout, Csv csv, Charset charset) {
        this.folder = folder;
        this.profile = profile;
        this.layout = layout;
        this.csv = csv;
        this.charset = charset;
    }

    /** Lays the question down: whole or not at all. */
    void lay(Inquiry inquiry) throws IOException {
        SafeFiles.write(folder.resolve(name(inquiry)), Encodings.encode(text(inquiry), charset));
    }

    /** Those who were left out of an answer are asked again alone: under a name of its own, lest it be taken for the first question. */
    private static String name(Inquiry inquiry) {
        String ids = inquiry.persons().stream().map(InquiryPerson::id).collect(Collectors.joining("\n"));
        String short8 = UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        return inquiry.id().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + short8 + ".csv";
    }

    private String text(Inquiry inquiry) {
        List<String> header = new ArrayList<>(List.of(layout.column(Layout.INQUIRY), layout.column(Layout.PERSON)));
        profile.needs().forEach(field -> header.add(layout.column(field.name())));
        header.add(layout.column(Layout.DUE_BY));
        StringBuilder text = new StringBuilder(csv.line(header));
        for (InquiryPerson person : inquiry.persons()) {
            List<String> row = new ArrayList<>(List.of(inquiry.id(), person.id()));
            for (MemberField field : profile.needs()) {
                row.add(person.field(field));
            }
            row.add(layout.days().write(inquiry.dueBy().day()));
            text.append(csv.line(row));
        }
        return text.toString();
    }
}
