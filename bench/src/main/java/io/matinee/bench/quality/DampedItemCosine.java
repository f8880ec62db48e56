package io.matinee.bench.quality;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.ranking.TopK;
import java.util.Arrays;

/**
 * The yardstick: the cosine of two movies' likes, times c / (c + 10) where c users like both.
 * Written plainly, and apart from what it judges.
 */
final class DampedItemCosine implements NearestMovies {
  private static final double DAMPING = 10;

  private final int[][] likedBy;
  private final int[][] likes;
  private final int movies;

  /** Counts the likes of a training part. */
  DampedItemCosine(RatingsMatrix training) {
    this.movies = training.movieCount();
    this.likes = new int[training.userCount()][];
    int[][] users = new int[movies][0];
    for (int user = 0; user < likes.length; user++) {
      likes[user] = JudgedLists.liked(training, user);
      for (int movie : likes[user]) {
        users[movie] = Arrays.copyOf(users[movie], users[movie].length + 1);
        users[movie][users[movie].length - 1] = user;
      }
    }
    this.likedBy = users;
  }

  @Override
  public int[] of(int movie, int count) {
    float[] scores = new float[movies];
    for (int user : likedBy[movie]) {
      for (int other : likes[user]) {
        scores[other]++;
      }
    }
    for (int other = 0; other < movies; other++) {
      double both = scores[other];
      double cosine = both / Math.sqrt((double) likedBy[movie].length * likedBy[other].length);
      scores[other] = (float) (both == 0 ? 0 : cosine * both / (both + DAMPING));
    }
    return TopK.select(scores, count, other -> other != movie && scores[other] > 0);
  }
}
