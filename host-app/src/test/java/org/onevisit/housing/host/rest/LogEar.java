package org.onevisit.housing.host.rest;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Hears what the host logs, at the levels at which it runs. */
final class LogEar extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Logger root;

    LogEar() {
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        setContext(logs);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        heard.add(event.getLevel() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap());
        if (event.getThrowableProxy() != null) {
            heard.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    /** Everything since it began to listen. */
    String heard() {
        return String.join("\n", heard);
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
