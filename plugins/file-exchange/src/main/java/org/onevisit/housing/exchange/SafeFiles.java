package org.onevisit.housing.exchange;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * Files that others read: whole or not there at all. What is still being written has a name that begins with a dot and ends in
 * {@code .part}; rights are those that the process gives to new files.
 */
public final class SafeFiles {
    private SafeFiles() {}

    /** Writes a file, unless it is there with this content. Tells whether it wrote. */
    public static boolean write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) == content.length && holds(file, content)) {
            return false;
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try (FileOutputStream out = new FileOutputStream(part.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Is it a file, and no link to one, no folder, no pipe? */
    static boolean isPlain(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** What is different whenever the file is: which one it is, how long, when it was changed. */
    static String stamp(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return "%d bytes, %s, %s".formatted(now.size(), now.lastModifiedTime(), now.fileKey());
    }

    /** A name in a folder that nothing has yet: the name itself, or with a number before its ending. */
    static Path free(Path folder, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        for (int i = 1; i < 100_000; i++) {
            Path file = folder.resolve(i == 1 ? name : stem + "-" + i + ending);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return file;
            }
        }
        throw new FileSystemException("a hundred thousand files have the same name; clear the folder done/");
    }
}
