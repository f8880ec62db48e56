package io.matinee.trainer.algorithm.means;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.List;
import java.util.Set;

/** The ranker {@code popular}, the same list for everybody: {@link Popularity}. */
public final class PopularMovies implements Algorithm {

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "popular",
          "Ranks movies by their number of training ratings or watches.",
          "The yardstick that every ranker has to beat",
          Set.of(Task.RANKING),
          Set.of(EventKind.RATING, EventKind.WATCH),
          List.of(),
          ScorerTraits.lacking(Lack.RATINGS, Lack.FOLD_IN, Lack.VECTORS),
          false);

  /** Makes the algorithm. */
  public PopularMovies() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    return new TrainedScorer(Popularity.fit(task.ratings(), task.scale()), List.of());
  }
}
