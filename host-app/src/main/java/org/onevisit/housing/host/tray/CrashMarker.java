package org.onevisit.housing.host.tray;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file {@code crash.json}: plugins that are disabled because the host ran out of memory while it called them. It is written when
 * the host starts again; who takes a plugin out of it, or deletes it, enables the plugin.
 */
public final class CrashMarker {
    private static final Logger LOG = LoggerFactory.getLogger(CrashMarker.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String STORE = "store "; // so the core notes a call to the store
    private final Path file;
    private final Path calls;

    /** The marker of a data folder. */
    public CrashMarker(DataFolder data) {
        this.file = data.crash();
        this.calls = data.calls();
    }

    /**
     * A plugin that is disabled.
     *
     * @param name symbolic name
     * @param version version that was called
     * @param since when the host started without it, as text
     */
    public record Disabled(String name, String version, String since) {
        /** Why, and what to do. */
        String reason() {
            return "the host ran out of memory at its work and stopped; disabled since %s: ./housing plugins enable %s"
                    .formatted(since, name);
        }
    }

    /** The host was started again for want of memory: whoever used most of it in a call is disabled from now on, but for the store. */
    public void outOfMemory(Instant now) {
        Optional<String> stamp = CallsNow.read(calls).suspect();
        if (stamp.isEmpty()) {
            LOG.error("the host had run out of memory while it called no plugin: raise -Xmx in HOUSING_JAVA_OPTS");
            return;
        }
        if (stamp.get().startsWith(STORE)) {
            LOG.error(
                    "the host had run out of memory while it called store {}: nothing is disabled, for nothing is served without it;"
                            + " raise -Xmx in HOUSING_JAVA_OPTS, and tell its maker if that does not help",
                    stamp.get().substring(STORE.length()));
            return;
        }
        int at = stamp.get().indexOf('@');
        Disabled one = new Disabled(
                stamp.get().substring(0, at),
                stamp.get().substring(at + 1),
                now.truncatedTo(ChronoUnit.SECONDS).toString());
        List<Disabled> all = new ArrayList<>(disabled());
        all.removeIf(other -> other.name().equals(one.name()));
        all.add(one);
        write(all);
        LOG.error("the host had run out of memory while it called plugin {}: the plugin is disabled", stamp.get());
    }

    /** What is disabled. */
    public List<Disabled> disabled() {
        try {
            return Files.exists(file) ? List.of(JSON.readValue(file.toFile(), Disabled[].class)) : List.of();
        } catch (IOException e) {
            throw unusable("cannot be read; repair it, or delete it to enable every plugin", e);
        }
    }

    /** Takes a plugin out of the file; false when it is not in it. */
    public boolean enable(String name) {
        List<Disabled> all = new ArrayList<>(disabled());
        boolean was = all.removeIf(one -> one.name().equals(name));
        if (was) {
            write(all);
        }
        return was;
    }

    private void write(List<Disabled> all) {
        try {
            AtomicFile.write(file, JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            throw unusable("cannot be written", e);
        }
    }

    private HousingException unusable(String what, IOException e) {
        return new HousingException(ErrorCode.SITE_NOT_READY, "%s %s: %s".formatted(file, what, e.getMessage()), e);
    }
}
