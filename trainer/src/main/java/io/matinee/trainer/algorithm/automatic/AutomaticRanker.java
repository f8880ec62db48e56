package io.matinee.trainer.algorithm.automatic;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.snapshot.Epoch;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Selection;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.likes.Likes;
import io.matinee.trainer.algorithm.likes.MinimumRating;
import io.matinee.trainer.algorithm.setting.Real;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The choice {@code auto}: tries rankers with some settings on inner splits of the training part,
 * and trains the one that ranks best on all of it. {@link Tournament} says which that is.
 */
public final class AutomaticRanker implements Algorithm {

  private static final double NANOSECONDS = 1e9;

  private static final String INNER_GAIN = "inner_ndcg_at_10";

  private static final Real BUDGET =
      Real.of(
              "budget",
              "The time that trying may take, in seconds as reckoned from the number of ratings, so that the same run tries the same whatever else the machine does.",
              15)
          .from(0)
          .to(1e6);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "auto",
          "Tries rankers on a part of the training ratings, and trains the one that ranks best.",
          "Chosen by NDCG@10 on inner splits",
          Set.of(Task.RANKING),
          Set.of(EventKind.RATING, EventKind.WATCH),
          List.of(BUDGET, MinimumRating.PARAMETER),
          ScorerTraits.lacking(Lack.RATINGS),
          false);

  /** Makes the algorithm. */
  public AutomaticRanker() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  /**
   * {@inheritDoc}
   *
   * @return the winner's scorer, with the selection
   * @throws MatineeException NO_RATINGS where nobody likes anything
   */
  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    Likes likes = Likes.some(task.ratings(), MinimumRating.of(task.settings(), task.scale()));
    Tournament tournament = new Tournament(task, Contender.all(task));
    Budget budget =
        new Budget(task.settings().get(BUDGET), WorkSize.of(likes, task.ratings().movieCount()));
    int rounds = budget.rounds(tournament.remaining());
    long start = System.nanoTime();
    for (int round = 1; round <= rounds; round++) {
      tournament.play(budget.affordable(tournament.remaining()), round);
      double seconds = (System.nanoTime() - start) / NANOSECONDS;
      Epoch epoch = new Epoch(round, Map.of(INNER_GAIN, tournament.bestGain()));
      listener.epochEnded(
          new EpochProgress(
              epoch,
              rounds,
              seconds / round * (rounds - round),
              task.ratings().ratingCount() * round / Math.max(seconds, 1e-9)));
      task.cancellation().check();
    }
    Contender winner = tournament.winner();
    TrainedScorer trained = winner.train(task, task.ratings(), task.seed());
    return trained.chosen(
        new Selection(winner.algorithm().description(), winner.settings(), tournament.tried()));
  }
}
