package io.matinee.trainer.algorithm.neighbours;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmDescription;
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
import java.util.stream.IntStream;

/**
 * The ranker {@code item-neighbours}: each liked movie weighs for the movies that are liked along
 * with it, {@link CoLikes}. The strongest weights into each movie are kept.
 */
public final class ItemNeighbours implements Algorithm {

  private static final int SWEEPS = 32;

  private static final Real POPULARITY =
      Real.of(
              "popularity",
              "How much the number of likes of the weighed movie counts: 0 for a cosine, 1 for the share of those who like one movie that like the other.",
              .2)
          .from(0)
          .to(1);
  private static final Real DAMPING =
      Real.of("damping", "How many users who like both let a weight count half.", 3)
          .from(0)
          .to(1e6);
  private static final Whole NEIGHBOURS =
      Whole.of("neighbours", "How many weights into a movie are kept, the strongest.", 100)
          .from(1)
          .to(1_000_000);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "item-neighbours",
          "Ranks movies by how many like them along with what the user likes; robust on few ratings.",
          "Deshpande and Karypis, Item-Based Top-N Recommendation Algorithms, 2004",
          Set.of(Task.RANKING),
          Set.of(EventKind.RATING, EventKind.WATCH),
          List.of(POPULARITY, DAMPING, NEIGHBOURS, MinimumRating.PARAMETER),
          ScorerTraits.lacking(Lack.RATINGS, Lack.VECTORS),
          false);

  /** Makes the algorithm. */
  public ItemNeighbours() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  /**
   * {@inheritDoc}
   *
   * @throws MatineeException NO_RATINGS where nobody likes anything
   */
  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    Settings settings = task.settings();
    float likedFrom = MinimumRating.of(settings, task.scale());
    int movieCount = task.ratings().movieCount();
    LikedPart likes = LikedPart.of(Likes.some(task.ratings(), likedFrom), movieCount);
    CoLikes coLikes = new CoLikes(likes, settings.get(POPULARITY), settings.get(DAMPING));
    int neighbours = settings.get(NEIGHBOURS);
    Column[] columns = new Column[likes.movieCount()];
    int width = Math.ceilDiv(columns.length, SWEEPS);
    FitProgress progress =
        new FitProgress(
            task.cancellation(),
            listener,
            likes.size().likes(),
            Math.ceilDiv(columns.length, width));
    for (int first = 0; first < columns.length; first += width) {
      IntStream.range(first, Math.min(first + width, columns.length))
          .parallel()
          .forEach(movie -> columns[movie] = coLikes.strongest(movie, neighbours));
      progress.sweepEnded();
    }
    NeighbourModel model =
        NeighbourRows.of(columns, likes.movies(), movieCount, new NeighbourObjective(likedFrom));
    return new TrainedScorer(model, List.of());
  }
}
