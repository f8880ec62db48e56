package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Activation;
import io.matinee.model.scoring.NetworkModel;
import io.matinee.model.scoring.NetworkScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Device;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks trained on ratings with two tastes, and scored in plain Java. */
@Tag("tensorflow")
class EmbeddingNetworkTest {

  private static final Map<String, String> QUICK =
      Map.of(
          "user-dimensions", "5",
          "movie-dimensions", "3",
          "hidden-layers", "8,4",
          "input-dropout", "0",
          "hidden-dropout", "0",
          "learning-rate", ".02",
          "batch-size", "16",
          "epochs", "20");

  private final EmbeddingNetwork algorithm = new EmbeddingNetwork();
  private final RatingsMatrix ratings = SmallRatings.twoTastes(40, 30, 3);

  @ParameterizedTest
  @EnumSource
  void plainJavaPredictsAsTensorFlow(Activation activation) {
    TrainingTask task = task("activation", activation.name().toLowerCase(Locale.ROOT));
    StepShape shape = new StepShape(.02, 16, 2);
    try (NetworkSession session =
        new NetworkSession(
            shape,
            graph ->
                NetworkGraph.build(
                    graph,
                    EmbeddingNetwork.network(graph, task),
                    NetworkSessions.HEAD,
                    RatingLoss.SQUARED_ERROR,
                    2),
            3,
            Device.CPU)) {
      session.trainEpoch(Examples.of(ratings));
      NetworkScorer scorer =
          NetworkScorer.of(
              NetworkExport.of(new NetworkTraining.Outcome(session.weights(), 1, List.of()), task));
      for (int user = 0; user < 5; user++) {
        UserState state = scorer.user(user).orElseThrow();
        for (int movie = 0; movie < 5; movie++) {
          float rating = scorer.rating().orElseThrow().rating(scorer.score(state, movie));
          // against a rating of 0 the squared error is the prediction's square
          Examples pair = new Examples(new int[] {user}, new int[] {movie}, new float[] {0});
          assertThat(rating).isCloseTo((float) Math.sqrt(session.evaluate(pair)), within(1e-5f));
        }
      }
    }
  }

  @Test
  void tellsTastesAndFoldsInWhoseRatingsAreNew() {
    TrainedScorer trained = algorithm.train(task("epochs", "20"), ProgressListener.SILENT);
    NetworkScorer scorer = NetworkScorer.of((NetworkModel) trained.model());
    UserState folded =
        scorer
            .foldIn(new RatedMovies(new int[] {0, 2, 1, 3}, new float[] {4.5f, 4, 1.5f, 2}))
            .orElseThrow();

    assertThat(rating(scorer, scorer.user(0).orElseThrow(), 2)).isBetween(3.5f, 5f);
    assertThat(rating(scorer, scorer.user(0).orElseThrow(), 3)).isBetween(.5f, 2.5f);
    assertThat(rating(scorer, folded, 4)).isGreaterThan(3.5f);
    assertThat(rating(scorer, folded, 5)).isLessThan(2.5f);
  }

  @Test
  void recordsTheErrorOfHeldOutRatingsAndLearnsNothingFromThem() {
    RatingsMatrix heldOut = SmallRatings.twoTastes(40, 30, 4);
    TrainingTask task = task("monitor", "held-out").holdingOut(heldOut);
    TrainedScorer monitored = algorithm.train(task, ProgressListener.SILENT);
    TrainedScorer alone = algorithm.train(task("epochs", "20"), ProgressListener.SILENT);
    NetworkScorer scorer = NetworkScorer.of((NetworkModel) monitored.model());

    assertThat(scores(scorer)).isEqualTo(scores(NetworkScorer.of((NetworkModel) alone.model())));
    assertThat(alone.learningCurve().getLast().figures()).containsOnlyKeys(Epoch.TRAINING_LOSS);
    assertThat(
            monitored.learningCurve().getLast().figure(Epoch.HELD_OUT_SQUARED_ERROR).orElseThrow())
        .isCloseTo(squaredError(scorer, heldOut), within(1e-3));
  }

  private static double squaredError(NetworkScorer scorer, RatingsMatrix heldOut) {
    double sum = 0;
    for (int user = 0; user < heldOut.userCount(); user++) {
      UserState state = scorer.user(user).orElseThrow();
      for (int at = heldOut.userStart(user); at < heldOut.userEnd(user); at++) {
        sum += Math.pow(rating(scorer, state, heldOut.movieAt(at)) - heldOut.ratingAt(at), 2);
      }
    }
    return sum / heldOut.ratingCount();
  }

  private static float[] scores(NetworkScorer scorer) {
    float[] scores = new float[scorer.movieCount()];
    scorer.scoreAll(scorer.user(1).orElseThrow(), scores);
    return scores;
  }

  private static float rating(NetworkScorer scorer, UserState state, int movie) {
    return scorer.rating().orElseThrow().rating(scorer.score(state, movie));
  }

  private TrainingTask task(String key, String value) {
    Map<String, String> settings = new TreeMap<>(QUICK);
    settings.put(key, value);
    return SmallRatings.task(algorithm, ratings, settings, 1);
  }
}
