package io.matinee.cli.external;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files of random ratings, in the csv form of MovieLens. */
final class RatingsFile {
  private RatingsFile() {}

  /** Writes a rating of every user for every movie, by users; returns the file. */
  static Path write(Path file, int users, int movies, long seed) throws IOException {
    return write(file, users, movies, seed, (user, movie) -> user + "," + movie);
  }

  /**
   * Writes a rating of every user for every movie, so that those of no user and of no movie lie
   * together; returns the file.
   */
  static Path writeScattered(Path file, int users, int movies, long seed) throws IOException {
    return write(
        file, movies, users, seed, (shift, user) -> user + "," + (1 + (user + shift) % movies));
  }

  private static Path write(Path file, int outer, int inner, long seed, Pair pair)
      throws IOException {
    Random random = new Random(seed);
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      rows.write("userId,movieId,rating,timestamp\n");
      for (int first = 1; first <= outer; first++) {
        for (int second = 1; second <= inner; second++) {
          rows.append(pair.text(first, second))
              .append(',')
              .append(Integer.toString(1 + random.nextInt(5)))
              .append(',')
              .append(Integer.toString(random.nextInt(1_000_000_000)))
              .append('\n');
        }
      }
    }
    return file;
  }

  private interface Pair {
    String text(int first, int second);
  }
}
