package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.Heap;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.likes.Likes;
import io.matinee.trainer.algorithm.likes.MinimumRating;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Settings;
import io.matinee.trainer.algorithm.setting.Whole;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * The ranker {@code ease}: each liked movie has a weight for each other movie. The weights B, with
 * a diagonal of 0, make |X - XB|^2 + lambda |B|^2 least for the likes X [users, movies], which has
 * the closed form
 *
 * <pre>
 *   P = (X'X + lambda I)^-1,  B = I - P diagMat(1 / diag P)
 * </pre>
 *
 * The strongest weights into each movie are kept. What that costs is measured by a fit of its own,
 * before the one that is kept.
 */
public final class Ease implements Algorithm {

  private static final Real REGULARISATION =
      Real.of("regularisation", "The weight of the squared weights in the loss.", 150)
          .from(1e-3)
          .to(1e9)
          .onLogScale();
  private static final Whole NEIGHBOURS =
      Whole.of("neighbours", "How many weights into a movie are kept, the strongest.", 500)
          .from(1)
          .to(1_000_000);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "ease",
          "Ranks movies by the likes of others, each with a weight for each movie.",
          "Steck, Embarrassingly Shallow Autoencoders for Sparse Data, 2019",
          Set.of(Task.RANKING),
          Set.of(EventKind.RATING, EventKind.WATCH),
          List.of(REGULARISATION, NEIGHBOURS, MinimumRating.PARAMETER),
          ScorerTraits.lacking(Lack.RATINGS, Lack.VECTORS),
          false);

  /** Makes the algorithm. */
  public Ease() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  /**
   * {@inheritDoc}
   *
   * @throws MatineeException NO_RATINGS where nobody likes anything, OUT_OF_MEMORY where the heap
   *     is too small, before anything is made in either case
   */
  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    Settings settings = task.settings();
    float likedFrom = MinimumRating.of(settings, task.scale());
    int movieCount = task.ratings().movieCount();
    int neighbours = settings.get(NEIGHBOURS);
    LikedPart likes = LikedPart.of(Likes.some(task.ratings(), likedFrom), movieCount);
    int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
    MemoryNeed.of(likes.size(), neighbours, threads).requireWithin(Heap.now());
    List<WithheldLikes> sample = WithheldLikes.sample(likes.byUser(), task.seed());
    int fits = sample.isEmpty() ? 1 : 2;
    FitProgress progress =
        new FitProgress(
            task.cancellation(),
            listener,
            fits * likes.size().likes(),
            fits * Inversion.sweeps(Math.min(likes.userCount(), likes.movieCount())));
    Pruning pruning = new Pruning(settings.get(REGULARISATION), neighbours, progress::sweepEnded);
    task.cancellation().check();
    PruningLoss loss = pruning.loss(likes, sample);
    task.cancellation().check();
    Column[] columns = pruning.columns(likes);
    NeighbourModel model =
        NeighbourRows.of(columns, likes.movies(), movieCount, new NeighbourObjective(likedFrom));
    return new TrainedScorer(model, List.of(), loss.figures());
  }
}
