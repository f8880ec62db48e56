package io.matinee.trainer.store;

import io.matinee.model.durable.FullDisk;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a full disk from other failures of storage, and these from refused values. */
public final class StorageFault {
  private static final String FIX =
      "The trainer's disk is full; free space in its home and repeat.";

  /** What SQLite says when it refuses a value; all else that it says concerns the database. */
  private static final Set<Integer> OF_A_VALUE =
      Set.of(
          SQLiteErrorCode.SQLITE_CONSTRAINT.code,
          SQLiteErrorCode.SQLITE_TOOBIG.code,
          SQLiteErrorCode.SQLITE_MISMATCH.code,
          SQLiteErrorCode.SQLITE_RANGE.code);

  private static final String AWAY_TEXT = "The trainer's database cannot be reached.";
  private static final int PRIMARY_CODE = 0xff;

  /** The classes of SQLSTATE in which PostgreSQL refuses a value: data, and constraints. */
  private static final Set<String> CLASSES_OF_A_VALUE = Set.of("22", "23");

  private static final String DISK_FULL = "53100";

  /** Connections that fail or are ended, and a server that stops or starts. */
  private static final List<String> AWAY = List.of("08", "57P");

  private StorageFault() {}

  /** Returns the failure as callers should see it: STORAGE_FULL when the disk is, else INTERNAL. */
  public static MatineeException of(IOException failure) {
    return of(failure, failure.getMessage());
  }

  /**
   * Returns the failure as callers should see it: STORAGE_FULL when the disk is,
   * DATABASE_UNAVAILABLE when there is no connection to the database, else INTERNAL.
   */
  public static MatineeException of(SQLException failure) {
    return isAway(failure)
        ? MatineeException.of(Reason.DATABASE_UNAVAILABLE, AWAY_TEXT, failure)
        : of(failure, failure.getMessage());
  }

  /** What callers hear when others have just found that there is no connection to the database. */
  static MatineeException away() {
    return MatineeException.of(Reason.DATABASE_UNAVAILABLE, AWAY_TEXT);
  }

  /** What callers see of a full disk that others have found, e.g. a worker by its last words. */
  public static MatineeException fullDisk() {
    return MatineeException.of(Reason.STORAGE_FULL, FIX);
  }

  /** Returns the failure as callers should see it; empty when it is not of the storage. */
  public static Optional<MatineeException> explain(Throwable failure) {
    return switch (failure) {
      case IOException ofFiles -> Optional.of(of(ofFiles));
      case SQLException ofTables -> Optional.of(of(ofTables));
      default -> Optional.empty();
    };
  }

  /**
   * Whether a full disk is what made this, or a cause of it, happen: databases have their own
   * words.
   */
  public static boolean isFullDisk(Throwable failure) {
    if (FullDisk.caused(failure)) {
      return true;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && saysFull(sql)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the storage made this happen, rather than what was to be stored. */
  public static boolean isOfStorage(Throwable failure) {
    if (isFullDisk(failure)) {
      return true;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return !refusesValue(sql);
      }
    }
    return false;
  }

  private static boolean saysFull(SQLException failure) {
    return failure.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code
        || DISK_FULL.equals(failure.getSQLState());
  }

  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || (state != null && AWAY.stream().anyMatch(state::startsWith));
  }

  private static boolean refusesValue(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLiteException
        ? OF_A_VALUE.contains(failure.getErrorCode() & PRIMARY_CODE)
        : state != null
            && state.length() == 5
            && CLASSES_OF_A_VALUE.contains(state.substring(0, 2));
  }

  private static MatineeException of(Exception failure, @Nullable String message) {
    return isFullDisk(failure)
        ? MatineeException.of(Reason.STORAGE_FULL, FIX, failure)
        : MatineeException.of(Reason.INTERNAL, "The trainer's storage failed: " + message, failure);
  }
}
