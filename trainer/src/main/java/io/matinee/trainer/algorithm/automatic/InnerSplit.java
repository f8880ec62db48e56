package io.matinee.trainer.algorithm.automatic;

import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.metric.ranking.Relevance;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.scoring.ranking.BatchRanker;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.Split;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A fifth of the training part, held out once more. Of a large one, drawn users alone take part.
 *
 * @param split the two parts
 * @param scale of the ratings
 * @param likedFrom the least rating that is a like
 */
record InnerSplit(Split split, RatingScale scale, float likedFrom) {

  /** How many ratings take part at most, but for the last user's. */
  static final int MOST_RATINGS = 1_000_000;

  private static final double SHARE = .2;
  private static final int LENGTH = 10;

  /**
   * Makes one.
   *
   * @param ratings the training part
   * @param salt tells one from another
   */
  static InnerSplit of(RatingsMatrix ratings, RatingScale scale, float likedFrom, long salt) {
    RatingsMatrix part = ratings.ratingCount() > MOST_RATINGS ? sample(ratings, salt) : ratings;
    return new InnerSplit(
        Split.of(part, new HashHoldOut(SHARE, "inner-" + salt)), scale, likedFrom);
  }

  /**
   * Returns the NDCG@10 of each user's list among all rated movies: [users], NaN for whom nothing
   * liked is held out. Users of whom the model knows nothing get the popular list.
   */
  double[] gains(ScorerModel model) {
    RatingsMatrix training = split.training();
    int[] counts = training.movieRatingCounts();
    int[][] lists = new int[training.userCount()][];
    new BatchRanker(training, movie -> counts[movie] > 0, LENGTH, false)
        .rank(
            List.of(
                Scorer.of(model, training), Scorer.of(Popularity.fit(training, scale), training)),
            (user, list) -> lists[user] = list);
    return IntStream.range(0, lists.length).mapToDouble(user -> gain(lists[user], user)).toArray();
  }

  private double gain(int[] list, int user) {
    RatingsMatrix heldOut = split.heldOut();
    int[] liked =
        IntStream.range(heldOut.userStart(user), heldOut.userEnd(user))
            .filter(position -> heldOut.ratingAt(position) >= likedFrom)
            .map(heldOut::movieAt)
            .toArray();
    return NormalisedDiscountedCumulativeGain.of(list, Relevance.of(liked), LENGTH);
  }

  private static RatingsMatrix sample(RatingsMatrix ratings, long salt) {
    RatingsMatrix.Builder sample = RatingsMatrix.builder(ratings.users(), ratings.movies());
    int count = 0;
    for (int user : drawn(ratings.userCount(), new SplittableRandom(salt))) {
      for (int cell = ratings.userStart(user); cell < ratings.userEnd(user); cell++) {
        sample.add(user, ratings.movieAt(cell), ratings.ratingAt(cell), 0);
        count++;
      }
      if (count >= MOST_RATINGS) {
        break;
      }
    }
    return sample.build();
  }

  private static int[] drawn(int users, SplittableRandom random) {
    int[] order = new int[users];
    Arrays.setAll(order, user -> user);
    for (int left = users; left > 1; left--) {
      int other = random.nextInt(left);
      int user = order[other];
      order[other] = order[left - 1];
      order[left - 1] = user;
    }
    return order;
  }
}
