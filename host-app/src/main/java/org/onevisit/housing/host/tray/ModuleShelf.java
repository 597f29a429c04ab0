package org.onevisit.housing.host.tray;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's own copies of modules, by content, and the lists of those that are installed and of those that were, oldest first. */
final class ModuleShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleShelf.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String JAR = ".jar";
    private static final int KEPT = 3; // versions of a name that one can go back to
    private final Path copies;
    private final Path list;
    private final Set<String> arriving = ConcurrentHashMap.newKeySet();

    ModuleShelf(DataFolder data) {
        this.copies = data.modules();
        this.list = data.moduleList();
    }

    /** Lists that an older release did not write are empty. */
    private record Content(List<Module> modules, List<Module> past) {
        private Content(@Nullable List<Module> modules, @Nullable List<Module> past) {
            this.modules = modules == null ? List.of() : modules;
            this.past = past == null ? List.of() : past;
        }
    }

    /** Keeps a copy. */
    void keep(ModuleFile file) {
        Path copy = copies.resolve(file.sha256() + JAR);
        arriving.add(file.sha256());
        try {
            if (!Files.exists(copy) || !hash(Files.readAllBytes(copy)).equals(file.sha256())) {
                AtomicFile.write(copy, file.content());
            }
        } catch (IOException e) {
            throw unusable("a copy cannot be kept in " + copies, e);
        }
    }

    /** The copy, if it is there and whole. */
    Optional<byte[]> copy(Module module) {
        Path copy = copies.resolve(module.sha256() + JAR);
        try {
            byte[] content = Files.readAllBytes(copy);
            if (hash(content).equals(module.sha256())) {
                return Optional.of(content);
            }
            LOG.error("the copy {} of {} {} has been changed and is not used", copy, module.name(), module.version());
        } catch (IOException e) {
            LOG.error("the copy {} of {} {} is gone: {}", copy, module.name(), module.version(), e.getMessage());
        }
        return Optional.empty();
    }

    private static String hash(byte[] content) {
        return Hashing.sha256().hashBytes(content).toString();
    }

    /** What is installed. */
    List<Module> installed() {
        return content().modules();
    }

    /** What was installed before under this name, the latest last; their copies are kept. */
    List<Module> past(String name) {
        return content().past().stream()
                .filter(module -> module.name().equals(name))
                .toList();
    }

    private Content content() {
        try {
            return Files.exists(list)
                    ? JSON.readValue(list.toFile(), Content.class)
                    : new Content(List.of(), List.of());
        } catch (IOException e) {
            throw unusable("the list of modules %s cannot be read; repair it or take it away".formatted(list), e);
        }
    }

    /** Puts a module at the end of the list, in place of those of its name whose versions do not stay; these become its past. */
    void installed(Module module, Set<String> staying) {
        Content before = content();
        List<Module> modules = new ArrayList<>();
        List<Module> past = new ArrayList<>(before.past());
        for (Module other : before.modules()) {
            boolean leaves = other.name().equals(module.name()) && !staying.contains(other.version());
            (leaves ? past : modules).add(other);
        }
        modules.add(module);
        past.removeIf(other -> other.sha256().equals(module.sha256()));
        while (past.stream().filter(other -> other.name().equals(module.name())).count() > KEPT) {
            past.remove(past.stream()
                    .filter(other -> other.name().equals(module.name()))
                    .findFirst()
                    .orElseThrow());
        }
        try {
            AtomicFile.write(list, JSON.writeValueAsBytes(new Content(modules, past)));
        } catch (IOException e) {
            throw unusable("the list of modules %s cannot be written".formatted(list), e);
        }
        sweep();
    }

    /** A copy that was kept is not on its way in any more; unless it is installed or was, it goes with the next sweep. */
    void arrived(Module module) {
        arriving.remove(module.sha256());
    }

    /** Takes away copies of what is not installed, was not, and is not on its way. */
    void sweep() {
        Content content = content();
        Set<String> wanted = Stream.of(content.modules().stream(), content.past().stream())
                .flatMap(modules -> modules)
                .map(Module::sha256)
                .collect(Collectors.toSet());
        wanted.addAll(arriving);
        try (Stream<Path> found = Files.list(copies)) {
            for (Path copy : found.toList()) {
                if (!wanted.contains(copy.getFileName().toString().replace(JAR, ""))) {
                    Files.delete(copy);
                }
            }
        } catch (IOException e) {
            LOG.warn("a copy that is not wanted any more stays in {}: {}", copies, e.getMessage());
        }
    }

    private static HousingException unusable(String what, IOException e) {
        return new HousingException(ErrorCode.SITE_NOT_READY, what + ": " + e.getMessage(), e);
    }
}
