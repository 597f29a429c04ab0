package org.onevisit.housing.testkit.verification;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.onevisit.housing.spi.verification.AgencyCheck;
import org.onevisit.housing.spi.verification.Inquiry;
import org.onevisit.housing.spi.verification.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears all that is logged (SLF4J by Logback, java.util.logging) and printed, while it is open. */
final class Ear implements AutoCloseable {
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ch.qos.logback.classic.Logger slf4jRoot;
    private final Level level;
    private final Slf4jEar slf4jEar = new Slf4jEar();
    private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
    private final JulEar julEar = new JulEar();
    private final PrintStream out = stream("out");
    private final PrintStream err = stream("err");

    /** Begins to listen. */
    Ear() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        slf4jRoot = context.getLogger(Logger.ROOT_LOGGER_NAME);
        level = slf4jRoot.getLevel();
        slf4jEar.setContext(context);
        slf4jEar.start();
        slf4jRoot.addAppender(slf4jEar);
        slf4jRoot.setLevel(Level.TRACE);
        julRoot.addHandler(julEar);
        PrintStream paper = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(paper);
        System.setErr(paper);
    }

    /** Everything so far. */
    String heard() {
        return String.join("\n", logged) + "\n" + printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        julRoot.removeHandler(julEar);
        slf4jRoot.setLevel(level);
        slf4jRoot.detachAppender(slf4jEar);
    }

    /** All that can be read of a check and of its reply to the inquiry, or of what it throws. */
    static String everythingSaid(AgencyCheck check, Inquiry inquiry) {
        String profile = check + " " + check.profile() + " ";
        try {
            Reply reply = check.check(inquiry);
            return profile
                    + reply
                    + (reply instanceof Reply.Now now ? now.finding().answers() : "");
        } catch (RuntimeException e) {
            return profile + text(e);
        }
    }

    /** The throwable with its causes, as a log would show it. */
    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** The stream in place now; by name, since writing to it is what the rules of this house forbid. */
    private static PrintStream stream(String name) {
        try {
            return (PrintStream) System.class.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("java.lang.System has out and err", e);
        }
    }

    private final class Slf4jEar extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap());
            if (event.getThrowableProxy() != null) {
                logged.add(ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    private final class JulEar extends Handler {
        @Override
        public void publish(LogRecord event) {
            logged.add(String.valueOf(event.getMessage()));
            if (event.getThrown() != null) {
                logged.add(text(event.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
