package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Lack;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What algorithms say that their scorers lack is what these lack. */
@Tag("tensorflow")
class DeclaredTraitsTest {

  static final List<String> ALGORITHMS =
      AlgorithmCatalogue.all().stream().map(AlgorithmDescription::id).toList();

  private final RatingsMatrix ratings = SmallRatings.twoTastes(40, 30, 3);

  @ParameterizedTest
  @FieldSource("ALGORITHMS")
  void aScorerLacksWhatItsAlgorithmDeclares(String id) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
    TrainingTask task =
        TrainingTask.ofRatings(
            ratings,
            RatingScale.MOVIELENS_HALF_STARS,
            algorithm.description().settings(Map.of()),
            1);
    TrainedScorer trained = algorithm.train(task, ProgressListener.SILENT);
    AlgorithmDescription declaring = trained.algorithm(algorithm.description());

    assertThat(lacks(Scorer.of(trained.model(), ratings))).isEqualTo(declaring.traits().lacks());
  }

  private Set<Lack> lacks(Scorer scorer) {
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    if (scorer.rating().isEmpty()) {
      lacks.add(Lack.RATINGS);
    }
    if (scorer.movieVectors().isEmpty()) {
      lacks.add(Lack.VECTORS);
    }
    UserState folded = scorer.foldIn(RatedMovies.of(ratings, 0)).orElseThrow();
    if (Arrays.equals(scores(scorer, folded), scores(scorer, scorer.nobody()))) {
      lacks.add(Lack.FOLD_IN);
    }
    return lacks;
  }

  private static float[] scores(Scorer scorer, UserState user) {
    float[] scores = new float[scorer.movieCount()];
    scorer.scoreAll(user, scores);
    return scores;
  }
}
