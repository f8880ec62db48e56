package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.RatingLink;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How near a fold-in from a user's own training ratings comes to the trained user, on real ratings
 * of which some users keep few.
 */
@Tag("external")
class MovieLensFoldInTest {

  private static final int[] BOUNDS = {0, 5, 20, 100, Integer.MAX_VALUE};

  @Test
  void predictsAlmostAsTheTrainedUserDoesHoweverManyRatings() {
    RatingsMatrix ratings = thinned(MovieLens.load().validationTenth().training());
    Algorithm algorithm = AlgorithmCatalogue.algorithm("biased-mf").orElseThrow();
    TrainingTask task =
        TrainingTask.ofRatings(
            ratings,
            RatingScale.MOVIELENS_HALF_STARS,
            algorithm.description().settings(Map.of()),
            1);
    Scorer scorer = Scorer.of(algorithm.train(task, ProgressListener.SILENT).model(), ratings);

    double[] distances =
        IntStream.range(1, BOUNDS.length)
            .mapToDouble(bucket -> distance(scorer, ratings, BOUNDS[bucket - 1], BOUNDS[bucket]))
            .toArray();
    assertThat(Arrays.stream(distances).max().orElseThrow())
        .as("the most of %s", Arrays.toString(distances))
        .isLessThan(.15);
  }

  /** A quarter of the users keep 1 to 5 ratings, the next 6 to 20, the next 21 to 100, then all. */
  private static RatingsMatrix thinned(RatingsMatrix all) {
    RatingsMatrix.Builder kept = RatingsMatrix.builder(all.users(), all.movies());
    for (int user = 0; user < all.userCount(); user++) {
      int bucket = user % 4;
      int count = all.userRatingCount(user);
      int most = Math.min(count, BOUNDS[bucket] + 1 + user % (bucket == 0 ? 5 : 15));
      int step = bucket == 3 ? 1 : Math.max(1, count / most);
      for (int index = 0; index < (bucket == 3 ? count : most); index++) {
        int cell = all.userStart(user) + index * step;
        kept.add(user, all.movieAt(cell), all.ratingAt(cell), 0);
      }
    }
    return kept.build();
  }

  /** The root of the mean squared difference of ratings, over users of so many and rated movies. */
  private static double distance(Scorer scorer, RatingsMatrix ratings, int over, int upTo) {
    RatingLink link = scorer.rating().orElseThrow();
    int[] counts = ratings.movieRatingCounts();
    double squares = 0;
    long pairs = 0;
    for (int user = 0; user < ratings.userCount(); user++) {
      int count = ratings.userRatingCount(user);
      if (count > over && count <= upTo) {
        UserState trained = scorer.user(user).orElseThrow();
        UserState folded = scorer.foldIn(RatedMovies.of(ratings, user)).orElseThrow();
        for (int movie = 0; movie < counts.length; movie++) {
          if (counts[movie] > 0) {
            double difference =
                link.rating(scorer.score(trained, movie))
                    - link.rating(scorer.score(folded, movie));
            squares += difference * difference;
            pairs++;
          }
        }
      }
    }
    return Math.sqrt(squares / pairs);
  }
}
