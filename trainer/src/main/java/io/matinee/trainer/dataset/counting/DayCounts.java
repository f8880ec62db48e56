package io.matinee.trainer.dataset.counting;

import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBAppender;

/** Counts ratings by day. Not thread-safe. */
final class DayCounts {
  private static final int SECONDS_A_DAY = 86_400;

  private long[] times = {};
  private long oldest = Long.MAX_VALUE;
  private long newest = Long.MIN_VALUE;

  /** Counts a rating by its time in seconds since 1970, none before, and not in ages to come. */
  void add(long time) {
    int day = (int) (time / SECONDS_A_DAY);
    if (day >= times.length) {
      times = Arrays.copyOf(times, Math.max(2 * times.length, day + 1));
    }
    times[day]++;
    oldest = Math.min(oldest, time);
    newest = Math.max(newest, time);
  }

  /** Lists the days that have ratings. */
  void fillDays(DuckDBAppender appender) throws SQLException {
    for (int day = 0; day < times.length; day++) {
      if (times[day] > 0) {
        appender.beginRow();
        appender.append((long) day).append(times[day]);
        appender.endRow();
      }
    }
  }

  /** Lists the oldest time and the newest one. */
  void fillSpan(DuckDBAppender appender) throws SQLException {
    appender.beginRow();
    if (oldest > newest) {
      appender.appendNull().appendNull();
    } else {
      appender.append(oldest).append(newest);
    }
    appender.endRow();
  }
}
