package org.onevisit.housing.core.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner reads. */
public final class SecretFile {
    private SecretFile() {}

    /**
     * Makes a file with this content, durably; where the file system knows owners, nobody else may read it at any moment.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there; then it is left alone
     */
    public static void create(Path file, String content) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content, StandardOpenOption.SYNC);
        } else {
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        }
    }
}
