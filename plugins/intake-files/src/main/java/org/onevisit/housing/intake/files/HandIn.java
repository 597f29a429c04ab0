package org.onevisit.housing.intake.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.engine.ApprovalService;
import org.onevisit.housing.exchange.Answers;
import org.onevisit.housing.exchange.InTray;
import org.onevisit.housing.exchange.RefusedFileException;
import org.onevisit.housing.exchange.Table;
import org.onevisit.housing.exchange.Text;
import org.onevisit.housing.exchange.Texts;
import org.onevisit.housing.exchange.Work;
import org.onevisit.housing.intake.files.Entry.Fault;
import org.onevisit.housing.model.Application;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.onevisit.housing.process.HousingException.FieldError;
import org.onevisit.housing.spi.intake.IntakeChannel.ChannelProfile;

/**
 * Hands in what a file holds. The sender's reference is the key under which the core knows the request: the same submission again, after
 * a crash, in a repeated file or in another, is the application that is there; another one under the same reference is refused.
 */
final class HandIn implements Work<Entry> {
    static final Texts TEXTS = Texts.beside(HandIn.class);
    private static final ObjectMapper JSON = new JsonMapper();
    private static final Text NOTHING = new Text("", "");
    private static final Set<ErrorCode.Kind> LATER =
            Set.of(ErrorCode.Kind.UNAVAILABLE, ErrorCode.Kind.INTERNAL, ErrorCode.Kind.TOO_MANY);
    private final CsvEntries csv;
    private final ChannelProfile profile;
    private final InTray.Settings tray;
    private final Door door;
    private @Nullable Map<String, String> given;

    /** The door that serves now. */
    static final class Door {
        private Optional<ApprovalService> open = Optional.empty();

        void open(ApprovalService service) {
            open = Optional.of(service);
        }

        private ApprovalService get() {
            return open.orElseThrow();
        }
    }

    HandIn(CsvEntries csv, ChannelProfile profile, InTray.Settings tray, Door door) {
        this.csv = csv;
        this.profile = profile;
        this.tray = tray;
        this.door = door;
    }

    @Override
    public List<String> columns() {
        return List.of("reference", "outcome", "number", "pointer", "code", "message", "cure", "message_en", "cure_en");
    }

    @Override
    public List<Piece<Entry>> read(String ending, String text) throws RefusedFileException {
        List<Entry> entries =
                switch (ending) {
                    case ".csv" -> csv.read(text);
                    case ".jsonl" -> JsonEntries.readLines(text);
                    default -> JsonEntries.readWhole(text);
                };
        return entries.stream().map(entry -> new Piece<>(entry.row(), entry)).toList();
    }

    @Override
    public List<Line> perform(Entry entry) {
        if (!entry.faults().isEmpty()) {
            return refused(entry, entry.faults());
        }
        List<Fault> faults = beyondRest(entry);
        try {
            Application application = door.get().readSubmission(entry.json());
            if (faults.isEmpty()) {
                return handedIn(entry, application);
            }
        } catch (HousingException e) {
            if (LATER.contains(e.code().kind())) {
                throw e;
            }
            faults.addAll(faults(entry, e));
        }
        return refused(entry, faults);
    }

    private List<Line> handedIn(Entry entry, Application application) {
        String number =
                door.get().submit(application, entry.reference()).number().value();
        boolean before = number.equals(given().put(entry.reference(), number));
        return List.of(line(entry.row(), entry, before ? "duplicate" : "received", number, Optional.empty()));
    }

    /** What is asked of a submission in a file beyond what the core asks of any. */
    private List<Fault> beyondRest(Entry entry) {
        List<Fault> faults = new ArrayList<>();
        JsonNode intake;
        try {
            intake = JSON.readTree(entry.json()).path("intake");
        } catch (JsonProcessingException e) {
            return faults; // which the core will say better
        }
        for (String field : List.of("channel", "window")) {
            String own = field.equals("channel") ? profile.channel() : profile.window();
            if (intake.hasNonNull(field) && !own.equals(intake.path(field).asText())) {
                faults.add(Fault.of(entry.row(), "/intake/" + field, ErrorCode.UNKNOWN_VALUE, "intake", own));
            }
        }
        if (intake.isObject() && !intake.has("receivedAt")) {
            // each reading would give another moment, and the same row would not be the same request
            faults.add(Fault.of(entry.row(), "/intake/receivedAt", ErrorCode.MISSING_FIELD, "received-at"));
        }
        return faults;
    }

    private static List<Fault> faults(Entry entry, HousingException e) {
        if (e.code() == ErrorCode.KEY_REUSED) {
            return List.of(Fault.of(entry.row(), "/reference", e.code(), "reused"));
        }
        List<Fault> faults = new ArrayList<>();
        for (FieldError error : e.errors()) {
            faults.add(new Fault(
                    entry.rowOf(error.pointer()),
                    error.pointer(),
                    error.code(),
                    new Text(error.message(), error.messageEn()),
                    new Text(error.cure(), error.cureEn())));
        }
        if (faults.isEmpty()) {
            String message = Optional.ofNullable(e.getMessage()).orElse("");
            faults.add(new Fault(entry.row(), "", e.code(), new Text(message, ""), NOTHING));
        }
        return faults;
    }

    private List<Line> refused(Entry entry, List<Fault> faults) {
        return faults.stream()
                .map(fault -> line(fault.row(), entry, "refused", "", Optional.of(fault)))
                .toList();
    }

    private static Line line(int row, Entry entry, String outcome, String number, Optional<Fault> fault) {
        Text text = fault.map(Fault::text).orElse(NOTHING);
        Text cure = fault.map(Fault::cure).orElse(NOTHING);
        return new Line(
                row,
                List.of(
                        entry.reference(),
                        outcome,
                        number,
                        fault.map(Fault::pointer).orElse(""),
                        fault.map(f -> f.code().code()).orElse(""),
                        text.chinese(),
                        cure.chinese(),
                        text.english(),
                        cure.english()));
    }

    /** Numbers by reference, as answers in {@code done/} tell; only to call a duplicate one. */
    private Map<String, String> given() {
        Map<String, String> known = given;
        if (known == null) {
            known = new HashMap<>();
            try {
                for (Table.Row row : Answers.given(tray)) {
                    if (!row.get("number").isEmpty()) {
                        known.put(row.get("reference"), row.get("number"));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("answers in done/ cannot be read", e);
            }
            given = known;
        }
        return known;
    }
}
