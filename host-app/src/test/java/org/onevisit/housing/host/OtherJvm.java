package org.onevisit.housing.host;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A JVM of its own, started by a test. None lives for long: what compiles and collects with care would come too late. */
public final class OtherJvm {
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private OtherJvm() {}

    /** With the class path of the tests. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        return with(
                Stream.of(
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName()),
                arguments);
    }

    /** With nothing but a jar. */
    public static ProcessBuilder ofJar(Path jar, String... arguments) {
        return with(Stream.of("-jar", jar.toString()), arguments);
    }

    private static ProcessBuilder with(Stream<String> what, String... arguments) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return new ProcessBuilder(Stream.of(java, SHORT_LIVED.stream(), what, Stream.of(arguments))
                .flatMap(part -> part)
                .toList());
    }
}
