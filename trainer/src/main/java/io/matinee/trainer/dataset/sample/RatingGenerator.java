package io.matinee.trainer.dataset.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws a user's ratings.
 *
 * <p>Which movies: a draw without replacement with weights exp(.8 fame + 3 taste), by the
 * Gumbel-top-k trick (Kool, van Hoof, Welling 2019), among those released when the user joined.
 * Which stars: 3 + generosity + quality of the movie + .7 taste + noise, rounded to a half star.
 * When: in sittings of up to twelve movies, seconds apart within one and days apart between them.
 */
final class RatingGenerator {

  private static final double FAME_PULL = .8;
  private static final double TASTE_PULL = 3;
  private static final double MEAN_STARS = 3;
  private static final double TASTE_IN_STARS = .7;
  private static final double NOISE_IN_STARS = .7;
  private static final double QUALITY_SPREAD = .3;
  private static final double QUALITY_OF_FAME = .1;
  private static final int SITTING = 12;
  private static final long DAY = 86_400;

  private final List<SampleMovie> movies;
  private final double[] quality;

  RatingGenerator(List<SampleMovie> movies, RandomGenerator random) {
    this.movies = movies;
    this.quality =
        movies.stream()
            .mapToDouble(
                movie ->
                    QUALITY_OF_FAME * (movie.fame() - 3) + QUALITY_SPREAD * random.nextGaussian())
            .toArray();
  }

  /** Returns the user's ratings in the order of time, each movie once. */
  List<SampleRating> draw(SampleUser user, RandomGenerator random) {
    List<SampleRating> ratings = new ArrayList<>();
    long time = user.joined();
    for (int movie : seenMovies(user, random)) {
      ratings.add(new SampleRating(user.id(), movies.get(movie), stars(user, movie, random), time));
      boolean sittingEnds = ratings.size() % SITTING == 0;
      time += sittingEnds ? random.nextLong(DAY, 20 * DAY) : random.nextLong(5, 90);
    }
    return ratings;
  }

  private List<Integer> seenMovies(SampleUser user, RandomGenerator random) {
    int year = Instant.ofEpochSecond(user.joined()).atOffset(ZoneOffset.UTC).getYear();
    List<Exposure> exposures = new ArrayList<>();
    for (int movie = 0; movie < movies.size(); movie++) {
      double weight = FAME_PULL * movies.get(movie).fame() + TASTE_PULL * user.taste().get(movie);
      double key = weight + gumbel(random);
      if (movies.get(movie).year() <= year) {
        exposures.add(new Exposure(movie, key));
      }
    }
    return exposures.stream()
        .sorted(Comparator.comparingDouble(Exposure::key).reversed())
        .limit(user.activity())
        .map(Exposure::movie)
        .toList();
  }

  private double stars(SampleUser user, int movie, RandomGenerator random) {
    double opinion =
        MEAN_STARS
            + user.generosity()
            + quality[movie]
            + TASTE_IN_STARS * user.taste().get(movie)
            + NOISE_IN_STARS * random.nextGaussian();
    return Math.clamp(Math.round(2 * opinion) / 2.0, .5, 5);
  }

  private static double gumbel(RandomGenerator random) {
    return -StrictMath.log(-StrictMath.log(1 - random.nextDouble()));
  }

  private record Exposure(int movie, double key) {}
}
