package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.parquet.RatingColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who rated what, eight bytes a rating, in a file that goes when it is closed. Used by one thread
 * at a time.
 */
final class PairFile implements AutoCloseable {
  private final FileChannel channel;
  private final ByteBuffer bytes =
      ByteBuffer.allocateDirect(RatingColumns.ROWS * Long.BYTES).order(ByteOrder.nativeOrder());
  private final long[] pairs = new long[RatingColumns.ROWS];
  private long readTo;

  PairFile(Path file) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Adds who rated what. */
  void add(RatingColumns columns) throws IOException {
    for (int row = 0; row < columns.size(); row++) {
      pairs[row] = (long) columns.user(row) << Integer.SIZE | columns.movie(row);
    }
    bytes.clear().asLongBuffer().put(pairs, 0, columns.size());
    bytes.limit(columns.size() * Long.BYTES);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Goes back to the first pair. */
  void rewind() {
    readTo = 0;
  }

  /** Reads the next pairs; returns how many, 0 at the end. */
  int read() throws IOException {
    bytes.clear();
    while (bytes.hasRemaining()) {
      int read = channel.read(bytes, readTo);
      if (read < 0) {
        break;
      }
      readTo += read;
    }
    int count = bytes.flip().remaining() / Long.BYTES;
    bytes.asLongBuffer().get(pairs, 0, count);
    return count;
  }

  /** Returns the user of one of the pairs that were read. */
  int user(int pair) {
    return (int) (pairs[pair] >>> Integer.SIZE);
  }

  /** Returns the movie of one of the pairs that were read. */
  int movie(int pair) {
    return (int) pairs[pair];
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
