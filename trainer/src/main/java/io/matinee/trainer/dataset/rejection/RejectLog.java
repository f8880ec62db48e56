package io.matinee.trainer.dataset.rejection;

import io.matinee.trainer.store.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the first rejected rows to a file, one JSON object a line. Not thread-safe. */
public final class RejectLog implements AutoCloseable {
  private static final int SHOWN = 3;
  private static final int KEPT = 100_000;

  private final BufferedWriter writer;
  private final List<RejectedRow> first = new ArrayList<>();
  private long count;

  /** A log in a new file. */
  public RejectLog(Path file) throws IOException {
    writer = Files.newBufferedWriter(file);
  }

  /** Counts a row, and writes it while there are not too many. */
  public void add(RejectedRow row) throws IOException {
    count++;
    if (first.size() < SHOWN) {
      first.add(row);
    }
    if (count <= KEPT) {
      writer.write(Json.write(row));
      writer.write('\n');
    }
  }

  /** Returns the number of rows, written or not. */
  public long count() {
    return count;
  }

  /** Returns the first rows, for a message. */
  public List<RejectedRow> first() {
    return List.copyOf(first);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Reads the first rows of a log that has been written. */
  public static List<RejectedRow> read(Path file, int atMost) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.limit(atMost).map(line -> Json.read(line, RejectedRow.class)).toList();
    }
  }
}
