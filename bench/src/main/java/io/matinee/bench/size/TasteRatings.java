package io.matinee.bench.size;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A MovieLens folder of made-up ratings, written user by user. How often a movie is drawn follows
 * Zipf's law (exponent .9), how much a user rates is log-normal (sigma 1.1), at least 20 draws;
 * what is drawn twice is rated once. A rating is 3.5 and the biases of user and movie (deviations
 * .4 and .35), plus .9 times the product of tastes and traits in twelve dimensions (of deviation
 * 1), plus noise (.7), on half stars.
 */
public final class TasteRatings {
  private static final int DIMENSIONS = 12;
  private static final double ZIPF = .9;
  private static final double ACTIVITY = 1.1;
  private static final int FEWEST_DRAWS = 20;
  private static final double SPARE_DRAWS = 1.05;
  private static final double MEAN = 3.5;
  private static final double USER_BIAS = .4;
  private static final double MOVIE_BIAS = .35;
  private static final double TASTE = .9;
  private static final double NOISE = .7;
  private static final long FIRST_SECOND = 1_000_000_000;
  private static final int SECONDS = 500_000_000;
  private static final List<String> GENRES =
      List.of("Action", "Comedy", "Drama", "Horror", "Sci-Fi", "Romance", "Crime");

  private final SplittableRandom random;
  private final int movies;

  /** [movies], the share of draws of a movie and of those before it. */
  private final double[] drawnUpTo;

  /** [movies][DIMENSIONS], each trait of deviation 1. */
  private final double[][] traits;

  private final double[] movieBias;
  private final int[] ids;

  private TasteRatings(int movies, long seed) {
    this.random = new SplittableRandom(seed);
    this.movies = movies;
    this.drawnUpTo = zipf(movies);
    this.traits = new double[movies][];
    Arrays.setAll(traits, movie -> vector(1));
    this.movieBias = new double[movies];
    Arrays.setAll(movieBias, movie -> MOVIE_BIAS * random.nextGaussian());
    this.ids = shuffledIds();
  }

  /**
   * Writes {@code ratings.csv} and {@code movies.csv}.
   *
   * @param draws how many ratings are drawn, about; repeats leave some five in six of them
   * @return how many ratings there are
   */
  public static long write(Path folder, int users, int movies, int draws, long seed)
      throws IOException {
    Files.createDirectories(folder);
    writeMovies(folder.resolve("movies.csv"), movies);
    return new TasteRatings(movies, seed).write(folder.resolve("ratings.csv"), users, draws);
  }

  private long write(Path file, int users, int draws) throws IOException {
    int[] activity = activity(users, draws);
    long written = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      writer.write("userId,movieId,rating,timestamp\n");
      for (int user = 0; user < users; user++) {
        int[] rated = draw(activity[user]);
        writer.append(lines(user, rated));
        written += rated.length;
      }
    }
    return written;
  }

  private CharSequence lines(int user, int[] rated) {
    double[] tastes = vector(1 / Math.sqrt(DIMENSIONS));
    double bias = USER_BIAS * random.nextGaussian();
    StringBuilder lines = new StringBuilder();
    for (int movie : rated) {
      double product = 0;
      for (int index = 0; index < DIMENSIONS; index++) {
        product += tastes[index] * traits[movie][index];
      }
      double rating =
          MEAN + bias + movieBias[movie] + TASTE * product + NOISE * random.nextGaussian();
      int halves = Math.clamp(Math.round(2 * rating), 1, 10);
      lines.append(user + 1).append(',').append(ids[movie]).append(',').append(halves / 2);
      lines.append(halves % 2 == 0 ? ".0," : ".5,");
      lines.append(FIRST_SECOND + random.nextInt(SECONDS)).append('\n');
    }
    return lines;
  }

  /** Returns distinct movies, ascending. */
  private int[] draw(int draws) {
    int[] drawn = new int[draws];
    for (int index = 0; index < draws; index++) {
      int place = Arrays.binarySearch(drawnUpTo, random.nextDouble());
      drawn[index] = Math.min(movies - 1, place < 0 ? -place - 1 : place);
    }
    return Arrays.stream(drawn).sorted().distinct().toArray();
  }

  private int[] activity(int users, int draws) {
    double[] weights = new double[users];
    Arrays.setAll(weights, user -> Math.exp(ACTIVITY * random.nextGaussian()));
    double scale = draws * SPARE_DRAWS / Arrays.stream(weights).sum();
    return Arrays.stream(weights)
        .mapToInt(weight -> (int) Math.max(FEWEST_DRAWS, weight * scale))
        .toArray();
  }

  private double[] vector(double deviation) {
    double[] vector = new double[DIMENSIONS];
    Arrays.setAll(vector, index -> deviation * random.nextGaussian());
    return vector;
  }

  private int[] shuffledIds() {
    int[] shuffled = new int[movies];
    Arrays.setAll(shuffled, movie -> movie + 1);
    for (int last = movies - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int id = shuffled[last];
      shuffled[last] = shuffled[other];
      shuffled[other] = id;
    }
    return shuffled;
  }

  private static double[] zipf(int movies) {
    double[] upTo = new double[movies];
    double sum = 0;
    for (int movie = 0; movie < movies; movie++) {
      sum += Math.pow(movie + 1, -ZIPF);
      upTo[movie] = sum;
    }
    double all = sum;
    return Arrays.stream(upTo).map(weight -> weight / all).toArray();
  }

  private static void writeMovies(Path file, int movies) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      writer.write("movieId,title,genres\n");
      for (int movie = 1; movie <= movies; movie++) {
        String one = GENRES.get(movie % GENRES.size());
        String other = GENRES.get(movie / GENRES.size() % GENRES.size());
        int year = 1920 + movie % 100;
        writer.write("%d,Film %d (%d),%s|%s\n".formatted(movie, movie, year, one, other));
      }
    }
  }
}
