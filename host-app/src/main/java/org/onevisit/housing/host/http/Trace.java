package org.onevisit.housing.host.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where an exception came from, without its messages: those might hold what a household wrote. */
public final class Trace {
    private static final int DEEPEST_CAUSE = 5;
    private static final int FRAMES = 12;

    private Trace() {}

    /** Classes and places of the exception and its causes. */
    public static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            text.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> " at " + frame)
                            .collect(Collectors.joining()));
            cause = cause.getCause();
        }
        return text.toString();
    }
}
