package io.matinee.trainer.store;

import io.matinee.model.durable.FullDisk;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

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

  private static final int PRIMARY_CODE = 0xff;

  private StorageFault() {}

  /** The failure as callers should see it: STORAGE_FULL when the disk is, else INTERNAL. */
  public static MatineeException of(IOException failure) {
    return of(failure, failure.getMessage());
  }

  /** The failure as callers should see it: STORAGE_FULL when the disk is, else INTERNAL. */
  public static MatineeException of(SQLException failure) {
    return of(failure, failure.getMessage());
  }

  /** Whether a full disk is what made this, or a cause of it, happen: SQLite has its own word. */
  public static boolean isFullDisk(Throwable failure) {
    if (FullDisk.caused(failure)) {
      return true;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code) {
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
        return !OF_A_VALUE.contains(sql.getErrorCode() & PRIMARY_CODE);
      }
    }
    return false;
  }

  private static MatineeException of(Exception failure, @Nullable String message) {
    return isFullDisk(failure)
        ? MatineeException.of(Reason.STORAGE_FULL, FIX, failure)
        : MatineeException.of(Reason.INTERNAL, "The trainer's storage failed: " + message, failure);
  }
}
