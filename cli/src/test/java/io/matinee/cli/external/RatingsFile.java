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
    return write(
        file,
        rows -> {
          for (int user = 1; user <= users; user++) {
            for (int movie = 1; movie <= movies; movie++) {
              rows.append(user, movie);
            }
          }
        },
        seed);
  }

  /** Writes a rating of every user for every movie, by movies; returns the file. */
  static Path writeByMovie(Path file, int users, int movies, long seed) throws IOException {
    return write(
        file,
        rows -> {
          for (int movie = 1; movie <= movies; movie++) {
            for (int user = 1; user <= users; user++) {
              rows.append(user, movie);
            }
          }
        },
        seed);
  }

  private static Path write(Path file, Order order, long seed) throws IOException {
    Random random = new Random(seed);
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("userId,movieId,rating,timestamp\n");
      order.write(
          (user, movie) ->
              writer
                  .append(Integer.toString(user))
                  .append(',')
                  .append(Integer.toString(movie))
                  .append(',')
                  .append(Integer.toString(1 + random.nextInt(5)))
                  .append(',')
                  .append(Integer.toString(random.nextInt(1_000_000_000)))
                  .append('\n'));
    }
    return file;
  }

  private interface Order {
    void write(Rows rows) throws IOException;
  }

  private interface Rows {
    void append(int user, int movie) throws IOException;
  }
}
