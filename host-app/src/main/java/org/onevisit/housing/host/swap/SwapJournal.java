package org.onevisit.housing.host.swap;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every change that was begun and how it ended, a line each, in the order in which it happened. Safe for every thread. */
public final class SwapJournal {
    private static final Logger LOG = LoggerFactory.getLogger(SwapJournal.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Path file;
    private final PlanFiles files;
    private final Clock clock;

    /** The journal in a folder of plans. */
    public SwapJournal(Path folder, Clock clock) {
        this.file = folder.resolve("journal.jsonl");
        this.files = new PlanFiles(folder);
        this.clock = clock;
    }

    /** What happened to a change. */
    public enum Event {
        /** The new version comes in beside the old one. */
        BEGAN,
        /** The new version serves alone. */
        DONE,
        /** It was sent back: the old version serves alone. */
        RETURNED,
        /** It was refused on its way: the old version serves alone. */
        REFUSED,
        /** The host ended in the middle of it; the entry says which version serves. */
        INTERRUPTED
    }

    /**
     * An entry.
     *
     * @param at when, ISO 8601
     * @param event what happened
     * @param plan id of the plan
     * @param name of the module
     * @param version that came in
     * @param sha256 of its content
     * @param leaving versions that it replaces
     * @param serves version that serves after it
     * @param operator who began it
     * @param reason why; empty where there is nothing to say
     */
    public record Entry(
            String at,
            Event event,
            String plan,
            String name,
            String version,
            String sha256,
            List<String> leaving,
            String serves,
            String operator,
            String reason) {
        /** When it happened. */
        public Instant moment() {
            return Instant.parse(at);
        }
    }

    void add(Event event, SwapWork swap, String reason) {
        Plan plan = swap.plan();
        String old = String.join(" ", plan.leaving());
        String serves =
                switch (event) {
                    case DONE -> plan.module().version();
                    case BEGAN -> old + " " + plan.module().version();
                    case RETURNED, REFUSED, INTERRUPTED -> old;
                };
        add(new Entry(
                clock.instant().toString(),
                event,
                plan.id(),
                plan.module().name(),
                plan.module().version(),
                plan.module().sha256(),
                plan.leaving(),
                serves.strip(),
                swap.operator(),
                reason));
    }

    private synchronized void add(Entry entry) {
        try {
            files.journal(entry);
        } catch (IOException e) {
            LOG.error("the journal of changes {} cannot be written: {}", file, e.getMessage());
        }
    }

    /** All entries, oldest first. A last line that was cut off by a crash is left out. */
    public synchronized List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.exists(file)) {
            return entries;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                read(line, entries);
            }
        } catch (IOException e) {
            LOG.error("the journal of changes {} cannot be read: {}", file, e.getMessage());
        }
        return entries;
    }

    private void read(String line, List<Entry> into) {
        try {
            into.add(JSON.readValue(line, Entry.class));
        } catch (IOException e) {
            LOG.warn("the journal of changes {} has a line that was cut off", file);
        }
    }

    /** After a start: says of each change that was begun and not ended which version serves. */
    public void recover(Predicate<String> installed) {
        Map<String, Entry> open = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            if (entry.event() == Event.BEGAN) {
                open.put(entry.plan(), entry);
            } else {
                open.remove(entry.plan());
            }
        }
        open.values().forEach(entry -> interrupted(entry, installed.test(entry.sha256())));
    }

    private void interrupted(Entry begun, boolean installed) {
        String serves = installed ? begun.version() : String.join(" ", begun.leaving());
        Instant now = clock.instant();
        add(new Entry(
                now.toString(),
                Event.INTERRUPTED,
                begun.plan(),
                begun.name(),
                begun.version(),
                begun.sha256(),
                begun.leaving(),
                serves,
                begun.operator(),
                "the host ended in the middle of the change"));
        LOG.warn("the change {} of {} was interrupted; {} serves", begun.plan(), begun.name(), serves);
    }
}
