package org.onevisit.housing.host.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;

/**
 * Holds a data folder for one host. The operating system lets go of it when the process ends, however it ends; inside one JVM a
 * system property stands for it as well, since closing a second channel on the lock file would let go of the first one's lock.
 */
public final class FolderLock implements AutoCloseable {
    private static final String PROPERTY = "org.onevisit.housing.host.folder:";
    private final String property;
    private final FileChannel channel;
    private final Path pidFile;

    private FolderLock(String property, FileChannel channel, Path pidFile) {
        this.property = property;
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /**
     * Takes the folder.
     *
     * @throws HousingException SITE_NOT_READY when another host has it, with its process id
     */
    public static FolderLock take(DataFolder data) {
        String pid = Long.toString(ProcessHandle.current().pid());
        Path pidFile = data.root().resolve("housing.pid");
        try {
            String property = PROPERTY + data.root().toRealPath();
            Properties jvm = System.getProperties();
            if (jvm.putIfAbsent(property, pid) != null) {
                throw taken(data.root(), pid);
            }
            try {
                return new FolderLock(property, lock(data, pidFile), write(pidFile, pid));
            } catch (IOException | RuntimeException e) {
                jvm.remove(property);
                throw e;
            }
        } catch (IOException e) {
            throw new HousingException(
                    ErrorCode.SITE_NOT_READY,
                    "the data folder %s cannot be locked: %s".formatted(data.root(), e.getMessage()),
                    e);
        }
    }

    private static FileChannel lock(DataFolder data, Path pidFile) throws IOException {
        FileChannel channel = FileChannel.open(
                data.root().resolve("housing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw taken(
                    data.root(),
                    Files.exists(pidFile) ? Files.readString(pidFile).strip() : "unknown");
        }
        return channel;
    }

    private static Path write(Path pidFile, String pid) throws IOException {
        return Files.writeString(pidFile, pid + "\n");
    }

    private static HousingException taken(Path folder, String pid) {
        return new HousingException(
                ErrorCode.SITE_NOT_READY,
                "the data folder %s is in use by the host with process id %s; stop that one first, or give this one another folder"
                        .formatted(folder, pid));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(pidFile);
            channel.close();
        } catch (IOException e) {
            throw new HousingException(ErrorCode.SITE_NOT_READY, "the data folder's lock does not close", e);
        } finally {
            System.getProperties().remove(property);
        }
    }
}
