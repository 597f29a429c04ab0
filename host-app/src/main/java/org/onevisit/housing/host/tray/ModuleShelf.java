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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onevisit.housing.host.config.AtomicFile;
import org.onevisit.housing.host.config.DataFolder;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's own copies of modules, by content, and the list of those that are installed, oldest first. */
final class ModuleShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleShelf.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String JAR = ".jar";
    private final Path copies;
    private final Path list;

    ModuleShelf(DataFolder data) {
        this.copies = data.modules();
        this.list = data.moduleList();
    }

    private record Content(List<Module> modules) {}

    /** Keeps a copy. */
    void keep(ModuleFile file) {
        Path copy = copies.resolve(file.sha256() + JAR);
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
        try {
            return Files.exists(list)
                    ? JSON.readValue(list.toFile(), Content.class).modules()
                    : List.of();
        } catch (IOException e) {
            throw unusable("the list of modules %s cannot be read; repair it or take it away".formatted(list), e);
        }
    }

    /** Puts a module at the end of the list, in place of those of its name whose versions do not stay; their copies go. */
    void installed(Module module, Set<String> staying) {
        List<Module> modules = new ArrayList<>(installed());
        modules.removeIf(other -> other.name().equals(module.name()) && !staying.contains(other.version()));
        modules.add(module);
        try {
            AtomicFile.write(list, JSON.writeValueAsBytes(new Content(modules)));
        } catch (IOException e) {
            throw unusable("the list of modules %s cannot be written".formatted(list), e);
        }
        sweep();
    }

    /** Takes away copies of what is not installed. */
    void sweep() {
        Set<String> wanted =
                installed().stream().map(module -> module.sha256() + JAR).collect(Collectors.toSet());
        try (Stream<Path> found = Files.list(copies)) {
            for (Path copy : found.toList()) {
                if (!wanted.contains(copy.getFileName().toString())) {
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
