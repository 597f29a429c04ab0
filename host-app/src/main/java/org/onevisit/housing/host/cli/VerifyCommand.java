package org.onevisit.housing.host.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onevisit.housing.process.ErrorCode;
import org.onevisit.housing.process.HousingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the verifier that travels along, apart from everything of the product: the same jar that others run alone. */
@Command(
        name = "verify",
        description =
                "Check the journal of a data folder or a backup: chains, checkpoints, signatures. Reads only. See verify"
                        + " --help.")
final class VerifyCommand implements Callable<Integer> {
    private static final String JAR = "verifier/housing-verifier.jar";
    private static final String MAIN = "org.onevisit.housing.verifier.Main";

    @Spec
    private @Nullable CommandSpec spec;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, ReflectiveOperationException {
        URL[] alone = {jar().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(alone, ClassLoader.getPlatformClassLoader())) {
            return (Integer) loader.loadClass(MAIN)
                    .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
                    .invoke(null, Out.of(spec), Out.errorsOf(spec), arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Path jar() {
        String home = System.getProperty("housing.home", "");
        Path jar = Path.of(home, JAR);
        if (home.isEmpty() || !Files.isRegularFile(jar)) {
            throw new HousingException(
                    ErrorCode.NOT_FOUND,
                    "the verifier %s is not there; start this command by the script of the distribution"
                            .formatted(jar));
        }
        return jar;
    }
}
