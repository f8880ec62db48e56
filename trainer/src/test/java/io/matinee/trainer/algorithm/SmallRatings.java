package io.matinee.trainer.algorithm;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Ratings in which users of even number like movies of even number, and odd ones odd ones. */
public final class SmallRatings {

  private SmallRatings() {}

  /** A matrix in which each user has rated about half of the movies. */
  public static RatingsMatrix twoTastes(int users, int movies, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RatingsMatrix.Builder builder = RatingsMatrix.builder(ids(users), ids(movies));
    for (int user = 0; user < users; user++) {
      for (int movie = 0; movie < movies; movie++) {
        if (random.nextBoolean()) {
          boolean liked = user % 2 == movie % 2;
          float rating = (liked ? 4f : 1.5f) + (random.nextBoolean() ? .5f : 0f);
          builder.add(user, movie, rating, 1_000_000_000L + user);
        }
      }
    }
    return builder.build();
  }

  /** What an algorithm gets to train on these ratings. */
  public static TrainingTask task(
      Algorithm algorithm, RatingsMatrix ratings, Map<String, String> settings, long seed) {
    return TrainingTask.ofRatings(
        ratings,
        RatingScale.MOVIELENS_HALF_STARS,
        new KeptChoice(algorithm.description().id(), settings)
            .choice()
            .settings(algorithm.description()),
        seed);
  }

  private static IdDictionary ids(int count) {
    return IdDictionary.of(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }
}
