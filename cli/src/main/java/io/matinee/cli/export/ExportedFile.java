package io.matinee.cli.export;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.progress.BytesProgress;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressState;
import io.matinee.model.digest.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes exports into files, no faster than the disk takes them. A file is there whole or not at
 * all: it is written beside its place and moved there once its digest is right. What is no file (a
 * pipe, a device) stays what it is, and is written straight through.
 *
 * @param progress shows how much has come
 */
record ExportedFile(Progress progress) {
  /** How long an export may take. */
  static final long DEADLINE_HOURS = 6;

  /**
   * Takes an export; a file of that name, or that a link of that name leads to, is replaced.
   *
   * @param call begins the export
   * @param reading reads what comes
   * @return what was announced
   * @throws CommandFailure when the file cannot be written, or what came is not what was announced
   * @throws io.grpc.StatusRuntimeException when the trainer refuses or ends it
   */
  <R> ExportPart save(Supplier<Iterator<R>> call, Function<R, ExportPart> reading, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw unwritable(file, "its folder is not there");
    }
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw unwritable(file, "it is a link to nothing");
    }
    try {
      return Files.exists(file) && !Files.isRegularFile(file)
          ? write(call, reading, file, StandardOpenOption.WRITE)
          : replace(call, reading, Files.exists(file) ? file.toRealPath() : file.toAbsolutePath());
    } catch (IOException failed) {
      throw unwritable(file, failed.getMessage());
    }
  }

  private <R> ExportPart replace(
      Supplier<Iterator<R>> call, Function<R, ExportPart> reading, Path target) throws IOException {
    Path beside = target.resolveSibling(target.getFileName() + ".part-" + UUID.randomUUID());
    beside.toFile().deleteOnExit();
    try {
      ExportPart header = write(call, reading, beside, StandardOpenOption.CREATE_NEW);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      return header;
    } finally {
      deleteUnlessMoved(beside);
    }
  }

  private static CommandFailure unwritable(Path file, @Nullable String why) {
    return new CommandFailure(ExitCode.USAGE, "%s cannot be written: %s".formatted(file, why));
  }

  private <R> ExportPart write(
      Supplier<Iterator<R>> call,
      Function<R, ExportPart> reading,
      Path target,
      StandardOpenOption how)
      throws IOException {
    MessageDigest digest = Sha256.begin();
    try (OutputStream file = Files.newOutputStream(target, how);
        OutputStream digested = new DigestOutputStream(file, digest)) {
      progress.show(new ProgressState(0, 0, "", "the trainer writes it"));
      Iterator<R> parts = call.get();
      ExportPart header = reading.apply(parts.next());
      BytesProgress come =
          new BytesProgress(progress, 0, header.sizeBytes(), InstantSource.system());
      long bytes = 0;
      while (parts.hasNext()) {
        var chunk = reading.apply(parts.next()).chunk();
        chunk.writeTo(digested);
        bytes += chunk.size();
        come.add(chunk.size());
      }
      String found = Sha256.end(digest);
      if (bytes != header.sizeBytes() || !found.equals(header.sha256())) {
        throw new CommandFailure(
            ExitCode.DATA_LOSS,
            "%,d bytes came of %,d, or others than were sent: repeat"
                .formatted(bytes, header.sizeBytes()));
      }
      return header;
    }
  }

  private static void deleteUnlessMoved(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException left) {
      throw new CommandFailure(
          ExitCode.FAILED, beside + " cannot be deleted: " + left.getMessage());
    }
  }
}
