package io.matinee.runtime.logging;

import io.matinee.runtime.error.Excerpt;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps every record's message on one line of at most 4 KiB, and the messages of what was thrown
 * too, so that no input can look like a record of its own. Stack traces keep their lines. Every
 * handler of the process has this filter, which lets all records pass.
 */
@LoggingFilter(name = "single-lines")
public final class SingleLines implements Filter {
  /** The most bytes of a message, in UTF-8. */
  static final int MOST_BYTES = 4096;

  @Override
  public boolean isLoggable(LogRecord record) {
    if (record instanceof ExtLogRecord written) {
      String message = written.getFormattedMessage();
      if (message != null) {
        String line = Excerpt.line(message, MOST_BYTES);
        if (!line.equals(message)) {
          written.setMessage(line, ExtLogRecord.FormatStyle.NO_FORMAT);
        }
      }
    }
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      record.setThrown(SingleLineThrowable.of(thrown));
    }
    return true;
  }
}
