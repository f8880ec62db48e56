package io.matinee.bench.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A folder in MovieLens' csv form whose movies have long titles, so that lists are long. */
final class MadeUpRatings {
  /** The users are 1 to this. */
  static final int USERS = 300;

  /** The movies are 1 to this. */
  static final int MOVIES = 2_000;

  private static final int RATINGS_A_USER = 60;
  private static final String LONG_TITLE = "The Movie of the Very Long Name ".repeat(5);

  private MadeUpRatings() {}

  /** Writes both files; every movie is rated. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (BufferedWriter movies = Files.newBufferedWriter(folder.resolve("movies.csv"))) {
      movies.write("movieId,title,genres\n");
      for (int movie = 1; movie <= MOVIES; movie++) {
        movies.write("%d,%s%d (1999),Drama|Noir%n".formatted(movie, LONG_TITLE, movie));
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    try (BufferedWriter ratings = Files.newBufferedWriter(folder.resolve("ratings.csv"))) {
      ratings.write("userId,movieId,rating,timestamp\n");
      for (int user = 1; user <= USERS; user++) {
        for (int rated = 0; rated < RATINGS_A_USER; rated++) {
          int movie = (user * RATINGS_A_USER + rated * 7) % MOVIES + 1;
          ratings.write(
              "%d,%d,%d,%d%n".formatted(user, movie, 1 + random.nextInt(5), 1_000_000_000 + rated));
        }
      }
    }
  }
}
