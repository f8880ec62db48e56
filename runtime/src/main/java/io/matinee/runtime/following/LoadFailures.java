package io.matinee.runtime.following;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.model.durable.FullDisk;
import io.matinee.model.snapshot.UnsupportedFormatException;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.ToldFailure;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/** Says why a version could not be loaded, in the words of the error catalogue. */
final class LoadFailures {
  private LoadFailures() {}

  /** Returns a failure with its reason; INTERNAL when it is a bug. */
  static MatineeException explain(Throwable failure) {
    return switch (failure) {
      case MatineeException known -> known;
      case UnsupportedFormatException format ->
          MatineeException.of(Reason.FORMAT_UNSUPPORTED, text(format), format);
      case StatusRuntimeException call -> registry(call);
      case UncheckedIOException io -> cache(io);
      case ReadOnlyFileSystemException readOnly -> unusable("it is read-only", readOnly);
      case OutOfMemoryError memory ->
          MatineeException.of(
              Reason.OUT_OF_MEMORY, "the version does not fit: " + memory.getMessage(), memory);
      default ->
          DamagedReads.explain(failure)
              .orElseGet(
                  () ->
                      MatineeException.of(
                          Reason.INTERNAL, "cannot load the version: " + failure, failure));
    };
  }

  private static MatineeException cache(UncheckedIOException failure) {
    if (FullDisk.caused(failure)) {
      return MatineeException.of(
          Reason.STORAGE_FULL, "the disk of the cache is full; free space on it", failure);
    }
    return failure.getCause() instanceof FileSystemException file
        ? unusable(place(file) + ": " + problem(file), file)
        : MatineeException.of(Reason.INTERNAL, "cannot use the cache: " + failure, failure);
  }

  /** Names the folder by its setting: where it is, is for the log alone. */
  private static MatineeException unusable(String what, Exception failure) {
    return MatineeException.of(
        Reason.CACHE_UNUSABLE,
        "what is missing in the cache cannot be written (%s); make the folder that matinee.cache.directory names writable, or name another"
            .formatted(what),
        failure);
  }

  private static String place(FileSystemException failure) {
    Path file = Path.of(failure.getFile());
    Path folder = file.getParent();
    return folder == null ? file.toString() : folder.getFileName() + "/" + file.getFileName();
  }

  private static String problem(FileSystemException failure) {
    String reason = failure.getReason();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }

  private static MatineeException registry(StatusRuntimeException call) {
    String message = "the registry answered: " + call.getMessage();
    Reason bare =
        call.getStatus().getCode() == Status.Code.DATA_LOSS
            ? Reason.BLOB_CORRUPT
            : Reason.REGISTRY_UNAVAILABLE;
    return ToldFailure.of(call, message).orElseGet(() -> MatineeException.of(bare, message, call));
  }

  private static String text(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
