package io.matinee.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A MovieLens csv of any size, shaped as the 20M set: 145 ratings per user, no cell twice.
 *
 * @param byTime whether rows are sorted by time, else by user
 * @param textual whether ids are texts, else whole numbers
 */
record GeneratedRatings(boolean byTime, boolean textual) {
  private static final int RATINGS_A_USER = 145;

  /** A prime, so that any stride visits each movie once before it repeats. */
  private static final int MOVIES = 26_737;

  /** A prime that does not divide the number of rows, so that its multiples visit each row once. */
  private static final long STRIDE = 7_368_787;

  private static final long FIRST_SECOND = 1_000_000_000;
  private static final int SECONDS = 400_000_000;

  void write(Path file, int rows, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      writer.write("userId,movieId,rating,timestamp\n");
      for (int row = 0; row < rows; row++) {
        int cell = byTime ? (int) (row * STRIDE % rows) : row;
        int user = cell / RATINGS_A_USER;
        int halves = 1 + random.nextInt(10);
        long time = byTime ? (long) row * SECONDS / rows : random.nextInt(SECONDS);
        writer.write(
            id("u", user + 1)
                + ","
                + id("tt", movie(user, cell % RATINGS_A_USER, seed) + 1)
                + ","
                + halves / 2
                + (halves % 2 == 0 ? ".0," : ".5,")
                + (FIRST_SECOND + time)
                + "\n");
      }
    }
  }

  private String id(String prefix, int number) {
    return textual ? prefix + number : Integer.toString(number);
  }

  /** The movie of a user's rating: each user begins somewhere else, and goes on by other steps. */
  private static int movie(int user, int rating, long seed) {
    SplittableRandom random = new SplittableRandom(seed + user);
    long begin = random.nextInt(MOVIES);
    long step = 1L + random.nextInt(MOVIES - 1);
    return (int) ((begin + step * rating) % MOVIES);
  }

  @Override
  public String toString() {
    return (byTime ? "by time" : "by user") + (textual ? ", textual ids" : ", numeric ids");
  }
}
