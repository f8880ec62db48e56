package io.matinee.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A MovieLens csv of any size, shaped as the 20M set: 145 ratings per user, no cell twice. */
final class GeneratedRatings {
  private static final int RATINGS_A_USER = 145;

  /** A prime, so that any stride visits each movie once before it repeats. */
  private static final int MOVIES = 26_737;

  private GeneratedRatings() {}

  static void write(Path file, int rows, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      writer.write("userId,movieId,rating,timestamp\n");
      int movie = 0;
      int stride = 1;
      for (int row = 0; row < rows; row++) {
        if (row % RATINGS_A_USER == 0) {
          movie = random.nextInt(MOVIES);
          stride = 1 + random.nextInt(MOVIES - 1);
        }
        movie = (movie + stride) % MOVIES;
        int halves = 1 + random.nextInt(10);
        writer.write(
            (row / RATINGS_A_USER + 1)
                + ","
                + (movie + 1)
                + ","
                + halves / 2
                + (halves % 2 == 0 ? ".0," : ".5,")
                + (1_000_000_000L + random.nextInt(400_000_000))
                + "\n");
      }
    }
  }
}
