package io.github.camelcm.messenger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Records everything that is logged at any level, but for the HTTP client's own print of headers and bytes. */
final class LogRecorder extends AbstractAppender implements AutoCloseable {

    private static final List<String> PRINT_HEADERS =
            List.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire");

    /** @param text the message, and the exceptions with it */
    record Line(Level level, String logger, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    LogRecorder() {
        super("recorder", null, null, true, Property.EMPTY_ARRAY);
        start();
        context.getConfiguration().getAppenders().get("console").stop();
        context.getConfiguration().getRootLogger().removeAppender("console");
        context.getConfiguration().getRootLogger().addAppender(this, Level.ALL, null);
        Configurator.setAllLevels("", Level.ALL);
        PRINT_HEADERS.forEach(name -> Configurator.setLevel(name, Level.OFF));
    }

    @Override
    public void append(LogEvent event) {
        StringBuilder line = new StringBuilder(
                event.getLoggerName() + " " + event.getMessage().getFormattedMessage());
        for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
            line.append('\n').append(cause);
        }
        lines.add(new Line(event.getLevel(), event.getLoggerName(), line.toString()));
    }

    List<Line> lines() {
        return lines;
    }

    /** Puts the levels back that log4j2.properties sets. */
    @Override
    public void close() {
        context.reconfigure();
    }
}
