package org.onevisit.housing.benchmark.drive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same Java, with the same class path, in another process. */
final class JavaProcess {
    private JavaProcess() {}

    /** A process that runs a class with these flags and arguments. */
    static ProcessBuilder of(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
