package io.matinee.model.ratings;

import io.matinee.model.memory.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/**
 * The arrays of a sparse matrix by rows (CSR) wherever they lie: on the heap or mapped from a file.
 * All are little-endian. The owner of the memory must outlive every matrix of these rows.
 *
 * @param starts i64 [users + 1], the position of each row's first cell; the last is the cell count
 * @param movies i32 [cells], the column of each cell, strictly ascending within a row
 * @param ratings f32 [cells], the rating of each cell
 * @param timestamps i64 [cells], seconds since 1970, 0 when unknown; or [0] when none is known
 */
public record Rows(
    MemorySegment starts, MemorySegment movies, MemorySegment ratings, MemorySegment timestamps) {

  /** Rows on the heap; the caller gives the arrays up. */
  public static Rows of(long[] starts, int[] movies, float[] ratings, long[] timestamps) {
    return new Rows(
        MemorySegment.ofArray(starts),
        MemorySegment.ofArray(movies),
        MemorySegment.ofArray(ratings),
        MemorySegment.ofArray(timestamps));
  }

  long count() {
    return movies.byteSize() / Integer.BYTES;
  }

  int start(int user) {
    return (int) starts.getAtIndex(LittleEndian.LONG, user);
  }

  int movie(int position) {
    return movies.getAtIndex(LittleEndian.INT, position);
  }

  float rating(int position) {
    return ratings.getAtIndex(LittleEndian.FLOAT, position);
  }

  long timestamp(int position) {
    return timestamps.byteSize() == 0 ? 0 : timestamps.getAtIndex(LittleEndian.LONG, position);
  }

  void requireShape(int userCount, int movieCount) {
    long cells = count();
    require(cells <= Integer.MAX_VALUE, "more than 2^31 - 1 cells");
    require(
        starts.byteSize() == (userCount + 1L) * Long.BYTES,
        "row starts must have one entry a user and one more");
    require(
        ratings.byteSize() == cells * Float.BYTES
            && (timestamps.byteSize() == 0 || timestamps.byteSize() == cells * Long.BYTES),
        "cell arrays differ in length");
    require(
        starts.getAtIndex(LittleEndian.LONG, 0) == 0
            && starts.getAtIndex(LittleEndian.LONG, userCount) == cells,
        "row starts must span all cells");
    require(
        IntStream.range(0, userCount).parallel().allMatch(user -> spans(user, cells)),
        "row starts descend");
    require(
        IntStream.range(0, userCount).parallel().allMatch(user -> ascends(user, movieCount)),
        "a row's movies must ascend within the dictionary");
  }

  private boolean spans(int user, long cells) {
    long start = starts.getAtIndex(LittleEndian.LONG, user);
    long end = starts.getAtIndex(LittleEndian.LONG, user + 1L);
    return 0 <= start && start <= end && end <= cells;
  }

  private boolean ascends(int user, int movieCount) {
    int end = start(user + 1);
    int previous = -1;
    for (int position = start(user); position < end; position++) {
      int movie = movie(position);
      if (movie <= previous || movie >= movieCount) {
        return false;
      }
      previous = movie;
    }
    return true;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("not a ratings matrix: " + problem);
    }
  }
}
