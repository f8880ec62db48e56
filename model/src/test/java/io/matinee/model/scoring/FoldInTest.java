package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldInTest {
  private static final float[] NONE = {};
  private static final RatingScale STARS = RatingScale.MOVIELENS_STARS;

  private static FactorScorer scorer(
      int dimension, float[] factors, float mean, FactorObjective goal) {
    return FactorScorer.of(
        new FactorModel(dimension, factors, NONE, NONE, NONE, mean, STARS, goal));
  }

  private static UserVector foldIn(FactorScorer scorer, int[] movies, float[] ratings) {
    return scorer.vector(scorer.foldIn(new RatedMovies(movies, ratings)).orElseThrow());
  }

  private static float rating(FactorScorer scorer, UserState state, int movie) {
    return scorer.rating().orElseThrow().rating(scorer.score(state, movie));
  }

  /**
   * Vectors (1) and (2), alpha 3, lambda 1, movie 1 seen: x = 3 * 2 / (1 + 4 + 1 + 2 * 4) = 3/7.
   */
  @Test
  void implicitStepByHand() {
    FactorScorer scorer =
        scorer(1, new float[] {1, 2}, 0, new FactorObjective.Implicit(1, 0, 3, 0));
    UserVector state = foldIn(scorer, new int[] {1}, new float[] {5});
    assertThat(state.vector()[0]).isCloseTo(3f / 7, within(1e-6f));
    assertThat(state.bias()).isZero();
  }

  /** As before, but lambda grows with the confidence of all cells: 1 * (2 + (3 - 1) * 1) = 4. */
  @Test
  void implicitStepWeighsTheVectorByTheConfidenceOfAllCells() {
    FactorObjective goal = new FactorObjective.Implicit(1, 1, 3, 0);
    FactorScorer scorer = scorer(1, new float[] {1, 2, 0}, 0, goal);
    UserVector state = foldIn(scorer, new int[] {1}, new float[] {5});
    assertThat(state.vector()[0])
        .as("the last movie, which nobody likes, is no cell")
        .isCloseTo(6f / 17, within(1e-6f));
  }

  @Test
  void implicitStepSkipsRatingsBelowTheLowestPositive() {
    FactorObjective goal = new FactorObjective.Implicit(1, 0, 3, 4);
    FactorScorer scorer = scorer(1, new float[] {1, 2}, 0, goal);
    UserVector state = foldIn(scorer, new int[] {0, 1}, new float[] {3.5f, 4});
    assertThat(state.vector()[0]).isCloseTo(3f / 7, within(1e-6f));
    assertThat(scorer.foldIn(new RatedMovies(new int[] {0}, new float[] {1}))).isEmpty();
  }

  /** Vector (1), residual 5 - 3 = 2, lambda 1: x = b, so 3 x = 2. */
  @Test
  void ridgeByHand() {
    FactorScorer scorer = scorer(1, new float[] {1}, 3, new FactorObjective.Squared(1));
    UserVector state = foldIn(scorer, new int[] {0}, new float[] {5});
    assertThat(state.vector()[0]).isCloseTo(2f / 3, within(1e-6f));
    assertThat(state.bias()).isCloseTo(2f / 3, within(1e-6f));
  }

  /** Residuals 1 and 2, damping 2: 3/4. */
  @Test
  void biasIsTheDampedMeanByHand() {
    BiasScorer scorer =
        BiasScorer.of(
            new BiasModel(
                new float[] {0.5f, -0.5f}, NONE, 3f, STARS, new BiasObjective.DampedMeans(2)));
    UserState state =
        scorer.foldIn(new RatedMovies(new int[] {0, 1}, new float[] {4.5f, 4.5f})).orElseThrow();
    assertThat(scorer.score(state, 0)).isEqualTo(3 + 0.5f + 0.75f);
  }

  /** Zero vectors leave the bias alone: the stationary point of (3/4 - s(b))^2 + b^2 / 100. */
  @Test
  void sigmoidFindsTheStationaryBias() {
    FactorScorer scorer =
        scorer(1, new float[] {0}, 0, new FactorObjective.SquaredSigmoid(0.01, 0, 0.01));
    double bias = foldIn(scorer, new int[] {0}, new float[] {4}).bias();
    double predicted = 1 / (1 + Math.exp(-bias));
    double gradient = -(0.75 - predicted) * predicted * (1 - predicted) + 0.01 * bias;
    assertThat(gradient).isCloseTo(0, within(1e-5));
    assertThat(bias).isPositive();
  }

  @Test
  void sigmoidStaysFiniteWithRatingsAtTheEnds() {
    FactorScorer scorer =
        scorer(2, new float[] {9, 9, -9, 9}, 0, new FactorObjective.SquaredSigmoid(0, 0, 0));
    UserVector state = foldIn(scorer, new int[] {0, 1}, new float[] {5, 1});
    assertThat(Float.isFinite(state.vector()[0]) && Float.isFinite(state.bias())).isTrue();
    assertThat(rating(scorer, state, 0)).isGreaterThan(4.5f);
    assertThat(rating(scorer, state, 1)).isLessThan(1.5f);
  }

  /** As in training, where each rating weighs the vector: twice the ratings pull twice as much. */
  @Test
  void sigmoidWeighsTheVectorOnceARating() {
    float[] vectors = {1, .5f, -.5f, 1, 1, .5f, -.5f, 1};
    FactorScorer scorer = scorer(2, vectors, 0, new FactorObjective.SquaredSigmoid(0.01, 0, 0));

    UserVector once = foldIn(scorer, new int[] {0, 1}, new float[] {5, 2});
    UserVector twice = foldIn(scorer, new int[] {0, 1, 2, 3}, new float[] {5, 2, 5, 2});

    assertThat(twice.vector()).containsExactly(once.vector(), within(1e-5f));
    assertThat(twice.bias()).isCloseTo(once.bias(), within(1e-5f));
  }

  /** As if the user had given more ratings, all of them such that the vector stays where it is. */
  @Test
  void sigmoidWeighsTheVectorByRatingsThatAreNotThere() {
    float[] vectors = {1, .5f, -.5f, 1};
    int[] movies = {0, 1};
    float[] ratings = {5, 2};

    UserVector prior =
        foldIn(
            scorer(2, vectors, 0, new FactorObjective.SquaredSigmoid(.01, 6, .02)),
            movies,
            ratings);
    UserVector heavier =
        foldIn(
            scorer(2, vectors, 0, new FactorObjective.SquaredSigmoid(.04, 0, .02)),
            movies,
            ratings);

    assertThat(prior.vector()).containsExactly(heavier.vector(), within(1e-6f));
    assertThat(prior.bias()).isCloseTo(heavier.bias(), within(1e-6f));
  }

  @Test
  void nothingIsKnownWithoutRatings() {
    List<FactorObjective> objectives =
        List.of(
            new FactorObjective.Squared(1),
            new FactorObjective.SquaredSigmoid(1, 0, 1),
            new FactorObjective.Implicit(1, 0, 3, 0));
    for (FactorObjective objective : objectives) {
      FactorScorer scorer = scorer(1, new float[] {1, 2}, 0, objective);
      assertThat(scorer.foldIn(RatedMovies.NONE)).isEmpty();
      assertThat(scorer.score(scorer.nobody(), 1)).isZero();
    }
  }

  @Property(tries = 60, seed = "2016")
  void implicitStepSolvesItsDenseEquations(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int dimension) {
    int movies = 30;
    FactorObjective goal = new FactorObjective.Implicit(0.5, 0, 8, 0);
    FactorModel model = RandomModels.factors(0, movies, dimension, goal, seed);
    int[] rated = {0, 3, 4, 17, 29};
    float[] ones = new float[rated.length];
    Arrays.fill(ones, 1);
    float[] solution = foldIn(FactorScorer.of(withoutBiases(model)), rated, ones).vector();
    for (int row = 0; row < dimension; row++) {
      double gradient = 0.5 * solution[row];
      for (int movie = 0; movie < movies; movie++) {
        boolean seen = Arrays.binarySearch(rated, movie) >= 0;
        double product = 0;
        for (int column = 0; column < dimension; column++) {
          product += (double) model.movieFactors()[movie * dimension + column] * solution[column];
        }
        double pull = seen ? 8 * (product - 1) : product;
        gradient += pull * model.movieFactors()[movie * dimension + row];
      }
      assertThat(gradient).isCloseTo(0, within(1e-4));
    }
  }

  @Property(tries = 60, seed = "2016")
  void ridgeSolvesItsDenseEquations(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int dimension) {
    FactorObjective goal = new FactorObjective.Squared(0.7);
    FactorModel model = RandomModels.factors(0, 20, dimension, goal, seed);
    FactorScorer scorer = FactorScorer.of(model);
    int[] rated = {1, 2, 11, 19};
    float[] ratings = {5, 1, 3, 4.5f};
    UserVector state = foldIn(scorer, rated, ratings);
    double biasGradient = 0.7 * state.bias();
    double[] gradient = new double[dimension];
    for (int index = 0; index < rated.length; index++) {
      double error = scorer.score(state, rated[index]) - ratings[index];
      biasGradient += error;
      for (int column = 0; column < dimension; column++) {
        gradient[column] += error * model.movieFactors()[rated[index] * dimension + column];
      }
    }
    assertThat(biasGradient).isCloseTo(0, within(1e-4));
    for (int column = 0; column < dimension; column++) {
      assertThat(gradient[column] + 0.7 * state.vector()[column]).isCloseTo(0, within(1e-4));
    }
  }

  @Property(tries = 40, seed = "2016")
  void sigmoidComesCloseToItsStationaryPoint(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int dimension) {
    FactorModel model =
        RandomModels.factors(
            0, 20, dimension, new FactorObjective.SquaredSigmoid(0.05, 0, 0.2), seed);
    FactorScorer scorer = FactorScorer.of(model);
    int[] rated = {1, 2, 11, 19};
    float[] ratings = {5, 1, 3, 4.5f};
    UserVector state = foldIn(scorer, rated, ratings);
    double gradient = 0.2 * state.bias();
    for (int index = 0; index < rated.length; index++) {
      double predicted = 1 / (1 + Math.exp(-scorer.score(state, rated[index])));
      double target = (ratings[index] - 0.5) / 4.5;
      gradient -= (target - predicted) * predicted * (1 - predicted);
    }
    assertThat(gradient).isCloseTo(0, within(2e-3));
  }

  private static FactorModel withoutBiases(FactorModel model) {
    return new FactorModel(
        model.dimension(),
        model.movieFactors(),
        NONE,
        NONE,
        NONE,
        0,
        model.scale(),
        model.objective());
  }
}
