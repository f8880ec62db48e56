package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps and losses of a small network beside the same in plain Java. */
@Tag("tensorflow")
class NetworkSessionTest {

  private static final double RATE = .05;
  private static final List<String> TABLES = List.of("users", "movies", "user_bias", "movie_bias");

  /** Seven ratings, the third user having one alone, the fourth movie none. */
  private static final Examples EXAMPLES =
      new Examples(
          new int[] {0, 0, 0, 1, 1, 2, 1},
          new int[] {0, 1, 2, 0, 2, 1, 1},
          new float[] {5, .5f, 3, 4.5f, 1, 2, 3.5f});

  /** Every user and every movie, so that the lazy optimiser leaves nothing out. */
  private static final Examples WHOLE =
      new Examples(new int[] {0, 1, 2, 0}, new int[] {0, 1, 2, 3}, new float[] {5, .5f, 3, 4.5f});

  @Test
  void movesAllRowsByTheirMomentsAsThePaperDoes() {
    StepShape shape = new StepShape(RATE, 3, 2);
    try (NetworkSession session = open(shape, TableOptimiser.ADAM_DENSE)) {
      ReferenceDot reference = new ReferenceDot(session.weights());
      for (int epoch = 0; epoch < 4; epoch++) {
        session.trainEpoch(EXAMPLES);
        for (int start = 0; start < EXAMPLES.count(); start += 3) {
          reference.step(EXAMPLES.part(start, Math.min(start + 3, EXAMPLES.count())), RATE);
        }
      }
      assertClose(session.weights(), reference);
    }
  }

  @Test
  void theLazyOptimiserMovesTheRowsOfABatchAsTheDenseOneDoes() {
    StepShape shape = new StepShape(RATE, 4, 1);
    try (NetworkSession session = open(shape, TableOptimiser.ADAM_LAZY)) {
      ReferenceDot reference = new ReferenceDot(session.weights());
      for (int epoch = 0; epoch < 4; epoch++) {
        session.trainEpoch(WHOLE);
        reference.step(WHOLE, RATE);
      }
      assertClose(session.weights(), reference);
    }
  }

  @Test
  void theLazyOptimiserLeavesOtherRowsWhereTheyAre() {
    try (NetworkSession session = open(new StepShape(RATE, 8, 1), TableOptimiser.ADAM_LAZY)) {
      Weights before = session.weights();
      session.trainEpoch(EXAMPLES);
      assertThat(session.weights().of("movies")[6]).isEqualTo(before.of("movies")[6]);
      assertThat(session.weights().of("movies")[0]).isNotEqualTo(before.of("movies")[0]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesTheMeanLossBeforeTheStep(RatingLoss loss) {
    StepShape shape = new StepShape(RATE, 7, 1);
    try (NetworkSession session =
        NetworkSessions.open(shape, TableOptimiser.ADAM_DENSE, DotNetwork.Product.OF_PAIR, loss)) {
      ReferenceDot reference = new ReferenceDot(session.weights());
      double expected = mean(reference, lossInWords(loss));

      assertThat(session.trainEpoch(EXAMPLES)).isCloseTo(expected, within(1e-5));
    }
  }

  private static DoubleBinaryOperator lossInWords(RatingLoss loss) {
    return switch (loss) {
      case SQUARED_ERROR -> (predicted, rating) -> Math.pow(predicted - rating, 2);
      case SQUARED_ERROR_OF_SHARES ->
          (predicted, rating) -> Math.pow((predicted - rating) / 4.5, 2);
      case CROSS_ENTROPY ->
          (predicted, rating) -> {
            double share = (predicted - .5) / 4.5;
            double wanted = (rating - .5) / 4.5;
            return -wanted * Math.log(share) - (1 - wanted) * Math.log(1 - share);
          };
    };
  }

  @Test
  void theSumOfABatchStandsForEveryProductInIt() {
    StepShape shape = new StepShape(RATE, 7, 1);
    try (NetworkSession session =
        NetworkSessions.open(
            shape,
            TableOptimiser.ADAM_DENSE,
            DotNetwork.Product.OF_BATCH,
            RatingLoss.SQUARED_ERROR)) {
      Weights weights = session.weights();
      double sum = 0;
      for (int example = 0; example < EXAMPLES.count(); example++) {
        sum += product(weights, example);
      }
      double expected = 0;
      for (int example = 0; example < EXAMPLES.count(); example++) {
        double score =
            sum
                + weights.of("user_bias")[EXAMPLES.users()[example]]
                + weights.of("movie_bias")[EXAMPLES.movies()[example]];
        double predicted = .5 + 4.5 / (1 + Math.exp(-score));
        expected += Math.pow(predicted - EXAMPLES.ratings()[example], 2) / EXAMPLES.count();
      }

      assertThat(session.evaluate(EXAMPLES)).isCloseTo(expected, within(1e-5));
    }
  }

  private static double product(Weights weights, int example) {
    int user = 2 * EXAMPLES.users()[example];
    int movie = 2 * EXAMPLES.movies()[example];
    float[] users = weights.of("users");
    float[] movies = weights.of("movies");
    return (double) users[user] * movies[movie] + (double) users[user + 1] * movies[movie + 1];
  }

  private static NetworkSession open(StepShape shape, TableOptimiser optimiser) {
    return NetworkSessions.open(
        shape, optimiser, DotNetwork.Product.OF_PAIR, RatingLoss.SQUARED_ERROR);
  }

  private static double mean(ReferenceDot reference, DoubleBinaryOperator loss) {
    return IntStream.range(0, EXAMPLES.count())
        .mapToDouble(
            example ->
                loss.applyAsDouble(
                    reference.rating(EXAMPLES.users()[example], EXAMPLES.movies()[example]),
                    EXAMPLES.ratings()[example]))
        .average()
        .orElseThrow();
  }

  private static void assertClose(Weights weights, ReferenceDot reference) {
    for (String table : TABLES) {
      double[] expected = reference.weights(table);
      float[] found = weights.of(table);
      assertThat(found).hasSameSizeAs(expected);
      for (int index = 0; index < found.length; index++) {
        assertThat(found[index]).as(table).isCloseTo((float) expected[index], within(1e-4f));
      }
    }
  }
}
