package io.yipiao.gateway.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Writes to the journal. Messages are constant sentences; what varies is a named value:
 *
 * <pre>{@code LOG.info("batch anchored", "size", size, "block", block);}</pre>
 *
 * Never pass a name, an identity number, a diagnosis or QR text.
 */
public final class Log {
    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    /** The log of a class. */
    public static Log of(Class<?> source) {
        return new Log(Logger.getLogger(source.getName()));
    }

    /** Something expected happened. */
    public void info(String message, Object... namesAndValues) {
        write(new LogRecord(Level.INFO, message), namesAndValues);
    }

    /** Something went wrong that the service copes with. */
    public void warn(String message, Object... namesAndValues) {
        write(new LogRecord(Level.WARNING, message), namesAndValues);
    }

    /** Something went wrong that the service copes with, and why. */
    public void warn(String message, Throwable cause, Object... namesAndValues) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setThrown(cause);
        write(record, namesAndValues);
    }

    /** Something went wrong that needs a person. */
    public void error(String message, Throwable cause, Object... namesAndValues) {
        LogRecord record = new LogRecord(Level.SEVERE, message);
        record.setThrown(cause);
        write(record, namesAndValues);
    }

    private void write(LogRecord record, Object... namesAndValues) {
        if (logger.isLoggable(record.getLevel())) {
            record.setLoggerName(logger.getName());
            record.setParameters(new Object[] {named(namesAndValues)});
            logger.log(record);
        }
    }

    private static Map<String, Object> named(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }
}
