package io.matinee.trainer.store;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Tells a full disk from other failures of storage. */
public final class StorageFault {
  private static final String FIX =
      "The trainer's disk is full; free space in its home and repeat.";

  private StorageFault() {}

  /** The failure as callers should see it: STORAGE_FULL when the disk is, else INTERNAL. */
  public static MatineeException of(IOException failure) {
    return of(failure, failure.getMessage());
  }

  /** The failure as callers should see it: STORAGE_FULL when the disk is, else INTERNAL. */
  public static MatineeException of(SQLException failure) {
    return of(failure, failure.getMessage());
  }

  /** Whether a full disk is what made this, or a cause of it, happen. */
  public static boolean isFullDisk(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean full =
          (cause instanceof SQLException sql
                  && sql.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code)
              || saysFull(cause.getMessage());
      if (full) {
        return true;
      }
    }
    return false;
  }

  /** Whether a message is an operating system's word for a full disk. */
  public static boolean saysFull(@Nullable String message) {
    if (message == null) {
      return false;
    }
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("no space left") || lower.contains("disk quota exceeded");
  }

  private static MatineeException of(Exception failure, @Nullable String message) {
    return isFullDisk(failure)
        ? MatineeException.of(Reason.STORAGE_FULL, FIX, failure)
        : MatineeException.of(Reason.INTERNAL, "The trainer's storage failed: " + message, failure);
  }
}
