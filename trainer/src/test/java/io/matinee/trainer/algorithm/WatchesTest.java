package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Scorer;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each watch counts as a like, to every algorithm that learns from watches. */
class WatchesTest {
  static final List<String> ALGORITHMS =
      AlgorithmCatalogue.all().stream()
          .filter(description -> description.learnsFrom().contains(EventKind.WATCH))
          .map(AlgorithmDescription::id)
          .toList();

  private final RatingsMatrix pairs = SmallRatings.twoTastes(40, 30, 3);

  @ParameterizedTest
  @FieldSource("ALGORITHMS")
  void watchesTeachWhatHighestRatingsOfTheSameMoviesDo(String id) {
    assertThat(scores(id, 1, RatingScale.WATCHES))
        .isDeepEqualTo(scores(id, 5, RatingScale.MOVIELENS_HALF_STARS));
  }

  private float[][] scores(String id, float rating, RatingScale scale) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
    Settings settings = algorithm.description().settings(Map.of());
    RatingsMatrix ratings = all(rating);
    Scorer scorer =
        Scorer.of(
            algorithm
                .train(TrainingTask.ofRatings(ratings, scale, settings, 1), ProgressListener.SILENT)
                .model(),
            ratings);
    return IntStream.range(0, ratings.userCount())
        .mapToObj(
            user -> {
              float[] scores = new float[scorer.movieCount()];
              scorer.scoreAll(scorer.user(user).orElseThrow(), scores);
              return scores;
            })
        .toArray(float[][]::new);
  }

  private RatingsMatrix all(float rating) {
    RatingsMatrix.Builder builder = RatingsMatrix.builder(pairs.users(), pairs.movies());
    for (int user = 0; user < pairs.userCount(); user++) {
      for (int cell = pairs.userStart(user); cell < pairs.userEnd(user); cell++) {
        builder.add(user, pairs.movieAt(cell), rating, 0);
      }
    }
    return builder.build();
  }
}
