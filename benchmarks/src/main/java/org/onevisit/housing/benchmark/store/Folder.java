package org.onevisit.housing.benchmark.store;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies in a folder. */
public final class Folder {
    private Folder() {}

    /** Bytes of all files below it. */
    public static long bytes(Path folder) {
        long sum = 0;
        for (Path path : MoreFiles.fileTraverser().depthFirstPreOrder(folder)) {
            try {
                sum += Files.isRegularFile(path) ? Files.size(path) : 0;
            } catch (IOException e) {
                throw new UncheckedIOException("the size of " + path + " is not known", e);
            }
        }
        return sum;
    }
}
