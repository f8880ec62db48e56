package io.matinee.model.snapshot;

import static java.util.concurrent.CompletableFuture.runAsync;

import io.matinee.model.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** SHA-256 of files. Thread-safe. */
public final class Digests {
  private static final int BUFFER_BYTES = 1 << 16;

  private Digests() {}

  /**
   * Returns the digest of a file's bytes.
   *
   * @return 64 lower-case hexadecimal digits
   * @throws UncheckedIOException if the file cannot be read
   */
  public static String sha256(Path file) {
    return sha256(file, bytes -> {});
  }

  private static String sha256(Path file, LongConsumer pace) {
    MessageDigest digest = Sha256.begin();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(buffer) >= 0) {
        int length = buffer.flip().remaining();
        digest.update(buffer);
        buffer.clear();
        pace.accept(length);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Sha256.end(digest);
  }

  /**
   * Returns the digest of memory.
   *
   * @param pace is told how many bytes of each part were read, and may take its time or throw
   * @return 64 lower-case hexadecimal digits
   */
  public static String sha256(MemorySegment bytes, LongConsumer pace) {
    MessageDigest digest = Sha256.begin();
    byte[] part = new byte[BUFFER_BYTES];
    for (long start = 0; start < bytes.byteSize(); start += part.length) {
      int length = (int) Math.min(part.length, bytes.byteSize() - start);
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, start, part, 0, length);
      digest.update(part, 0, length);
      pace.accept(length);
    }
    return Sha256.end(digest);
  }

  /** Returns a reference to a file's present content. */
  public static BlobReference reference(String name, Path file) {
    return new BlobReference(name, sha256(file), size(file));
  }

  /**
   * Checks that a file holds exactly the referenced content.
   *
   * @throws CorruptBlobException if its size or digest is another
   * @throws UncheckedIOException if it cannot be read
   */
  public static void verify(Path file, BlobReference expected) {
    verify(file, expected, bytes -> {});
  }

  /**
   * Checks that a file holds exactly the referenced content.
   *
   * @param pace is told how many bytes of each part were read, and may take its time or throw
   * @throws CorruptBlobException if its size or digest is another
   * @throws UncheckedIOException if it cannot be read
   */
  public static void verify(Path file, BlobReference expected, LongConsumer pace) {
    requireSize(expected, size(file));
    requireSame(expected, expected.size(), sha256(file, pace));
  }

  /**
   * Checks that a stream, read to its end, holds exactly the referenced content.
   *
   * @param pace is told how many bytes of each part were read, and may take its time or throw
   * @throws CorruptBlobException if its length or digest is another
   */
  public static void verify(InputStream content, BlobReference expected, LongConsumer pace)
      throws IOException {
    MessageDigest digest = Sha256.begin();
    byte[] part = new byte[BUFFER_BYTES];
    long size = 0;
    for (int length = content.read(part); length >= 0; length = content.read(part)) {
      digest.update(part, 0, length);
      size += length;
      pace.accept(length);
    }
    requireSame(expected, size, Sha256.end(digest));
  }

  /**
   * Checks several files over all cores, begun in the order given.
   *
   * @throws CorruptBlobException as {@link #verify(Path, BlobReference)}
   * @throws UncheckedIOException as {@link #verify(Path, BlobReference)}
   */
  static void verifyAll(List<BlobReference> blobs, Function<BlobReference, Path> locate) {
    int threads = Math.clamp(blobs.size(), 1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<CompletableFuture<Void>> checks =
          blobs.stream()
              .map(blob -> runAsync(() -> verify(locate.apply(blob), blob), workers))
              .toList();
      checks.forEach(CompletableFuture::join);
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw failed;
      }
    }
  }

  static void requireSame(BlobReference expected, long size, String sha256) {
    requireSize(expected, size);
    if (!sha256.equals(expected.sha256())) {
      throw new CorruptBlobException(
          expected.name(), "SHA-256 " + expected.sha256(), "SHA-256 " + sha256);
    }
  }

  private static void requireSize(BlobReference expected, long size) {
    if (size != expected.size()) {
      throw new CorruptBlobException(expected.name(), expected.size() + " bytes", size + " bytes");
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
