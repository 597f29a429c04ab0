package org.onevisit.housing.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.onevisit.housing.exchange.Work.Line;
import org.onevisit.housing.exchange.Work.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which others lay files. A file is worked on when it is whole, piece by piece; then it lies in {@code done/}, and beside
 * it {@code FILE.outcome.csv}. A file that is refused as a whole stays, untouched, with {@code FILE.refused} beside it. A crash at any
 * moment loses nothing: what was done is known from {@code FILE.progress}, at most one piece comes again.
 *
 * <p>One look at a time, of all processes that look into the folder. No file name is ever logged: it is the sender's.
 */
public final class InTray {
    /** Where files lie that were worked on. */
    public static final String DONE = "done";

    private static final Logger LOG = LoggerFactory.getLogger(InTray.class);
    private static final Texts TEXTS = Texts.beside(InTray.class);
    private static final String LOCK = ".housing.lock";
    private static final int IN_A_ROW = 50;
    private static final int LONGEST_NAME = 200;
    private final Settings settings;
    private final Wholeness wholeness;
    private final Content.Reading reading;
    private final Set<String> unreadable = new HashSet<>();

    /**
     * What is to be known of an in-tray.
     *
     * @param name for logs
     * @param folder that is looked into
     * @param endings of the names of files that are looked at, lower case
     * @param charset of the files, and of the answers
     * @param markerOnly is a file whole only when {@code FILE.ok} stands beside it?
     * @param quiet how long it must not have changed otherwise
     */
    public record Settings(
            String name, Path folder, Set<String> endings, Charset charset, boolean markerOnly, Duration quiet) {
        /** Copies the set. */
        public Settings {
            endings = Set.copyOf(endings);
        }
    }

    /** An in-tray; {@code nanos} is a stopwatch. */
    public InTray(Settings settings, LongSupplier nanos) {
        this(settings, nanos, Content::of);
    }

    InTray(Settings settings, LongSupplier nanos, Content.Reading reading) {
        this.reading = reading;
        this.settings = settings;
        this.wholeness = new Wholeness(settings.markerOnly(), settings.quiet(), nanos);
    }

    /**
     * Looks once and works on what is whole, until it is interrupted. Does nothing while another looks.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public synchronized <T> void look(Work<T> work) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        Path lock = settings.folder().resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                lookAlone(work);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("in-tray {}: somebody else looks", settings.name());
        }
    }

    private <T> void lookAlone(Work<T> work) throws IOException {
        List<Path> files = files();
        wholeness.only(files);
        Leftovers.takeAway(settings.folder());
        int trouble = 0;
        for (Path file : files) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                lookAt(file, work);
            } catch (NoSuchFileException e) {
                LOG.debug("in-tray {}: a file was taken back", settings.name());
            } catch (IOException e) {
                trouble++;
            }
        }
        if (trouble > 0) {
            LOG.warn("in-tray {}: {} files cannot be worked on and are tried again", settings.name(), trouble);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(settings.folder())) {
            return all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> settings.endings().contains(ending(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    }

    private <T> void lookAt(Path file, Work<T> work) throws IOException {
        String stamp = SafeFiles.stamp(file);
        if (Refusal.of(file).isOf(stamp) || !wholeness.isWhole(file, stamp)) {
            return;
        }
        if (!SafeFiles.isPlain(file)) {
            refuse(file, stamp, TEXTS.of("plain"));
        } else if (file.getFileName().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            refuse(file, stamp, TEXTS.of("name", LONGEST_NAME));
        } else {
            takeOn(file, stamp, work);
        }
    }

    private <T> void takeOn(Path file, String stamp, Work<T> work) throws IOException {
        try {
            byte[] bytes = reading.of(file);
            if (SafeFiles.stamp(file).equals(stamp)) {
                Charset charset = ending(file).equals(".csv") ? settings.charset() : StandardCharsets.UTF_8;
                finish(file, stamp, work.columns(), work.read(ending(file), Encodings.decode(bytes, charset)), work);
            }
        } catch (RefusedFileException e) {
            refuse(file, stamp, e.text());
        } catch (Content.UnreadableException e) {
            Refusal.of(file).write("", TEXTS.of("unreadable"), settings.charset());
            if (unreadable.add(stamp)) {
                LOG.warn("in-tray {}: a file cannot be read and is tried again", settings.name());
            }
        }
    }

    private void refuse(Path file, String stamp, Text why) throws IOException {
        Refusal.of(file).write(stamp, why, settings.charset());
        LOG.warn("in-tray {}: a file is refused; the reason lies beside it", settings.name());
    }

    private <T> void finish(Path file, String stamp, List<String> columns, List<Piece<T>> pieces, Work<T> work)
            throws IOException {
        Progress progress = Progress.of(file.resolveSibling(file.getFileName() + Leftovers.PROGRESS), stamp);
        boolean all = perform(pieces, progress, work);
        if (all && SafeFiles.stamp(file).equals(stamp)) {
            putAside(file, columns, progress);
        }
    }

    /** Does what is not done yet; tells whether everything is. */
    private <T> boolean perform(List<Piece<T>> pieces, Progress progress, Work<T> work) throws IOException {
        int open = 0;
        int inARow = 0;
        String cause = "";
        for (Piece<T> piece : pieces) {
            if (progress.has(piece.row())) {
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            if (inARow == IN_A_ROW) {
                break;
            }
            try {
                progress.add(piece.row(), work.perform(piece.content()));
                inARow = 0;
            } catch (RuntimeException e) {
                cause = e.getClass().getSimpleName();
                open++;
                inARow++;
            }
        }
        if (open > 0) {
            LOG.warn("in-tray {}: {} rows or more are not done and are tried again: {}", settings.name(), open, cause);
        }
        return open == 0;
    }

    /** The answer first, then the file: after a crash in between both come again to the same place. */
    private void putAside(Path file, List<String> columns, Progress progress) throws IOException {
        Path done = Files.createDirectories(settings.folder().resolve(DONE));
        Path place = SafeFiles.free(done, file.getFileName().toString());
        SafeFiles.write(
                place.resolveSibling(place.getFileName() + Answers.ENDING),
                Encodings.encode(answer(columns, progress.lines()), settings.charset()));
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        Path marker = Wholeness.marker(file);
        if (Files.exists(marker, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(
                    marker,
                    SafeFiles.free(done, Wholeness.marker(place).getFileName().toString()));
        }
        Refusal.of(file).takeBack();
        progress.forget();
    }

    private static String answer(List<String> columns, List<Line> lines) {
        Csv csv = new Csv(',');
        List<String> header = new ArrayList<>(List.of("row"));
        header.addAll(columns);
        StringBuilder text = new StringBuilder(csv.line(header));
        for (Line line : lines) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(line.row())));
            cells.addAll(line.cells());
            text.append(csv.line(cells));
        }
        return text.toString();
    }
}
