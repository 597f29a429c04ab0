package org.onevisit.housing.host.fault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Hears the warnings and errors that name a plugin: the form of each, as the table of alarms has it. */
final class FaultEar extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Queue<ILoggingEvent> heard = new ConcurrentLinkedQueue<>();
    private final Logger root;

    FaultEar() {
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        setContext(logs);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            event.prepareForDeferredProcessing();
            heard.add(event);
        }
    }

    /** Forgets what it has heard. */
    void forget() {
        heard.clear();
    }

    /** Forms of the lines with this in them, each once, sorted. */
    List<String> forms(String named) {
        return heard.stream()
                .filter(event -> event.getFormattedMessage().contains(named))
                .map(event -> event.getLevel() + " `" + event.getMessage().replace("{}", "…") + "`")
                .distinct()
                .sorted()
                .toList();
    }

    /** Forms of the lines about policies: one that fails is named by its edition. */
    List<String> policies() {
        return forms("polic");
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
