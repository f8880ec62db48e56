package io.matinee.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkScorerTest {
  private static final RatedMovies RATED =
      new RatedMovies(new int[] {0, 3, 5, 8}, new float[] {4.5f, 1, 5, 2});

  /** Worked by hand: two users, two movies, one hidden layer of two. */
  @Test
  void addsTheHalvesOfTheFirstLayer() {
    NetworkModel model =
        new NetworkModel(
            1,
            1,
            new float[] {2, -1},
            new float[] {3, 1},
            new float[] {0},
            List.of(
                new DenseLayer(
                    2, 2, new float[] {1, -1, 2, 1}, new float[] {.5f, 0}, Activation.RELU),
                new DenseLayer(2, 1, new float[] {1, 10}, new float[] {.25f}, Activation.LINEAR)),
            RatingScale.MOVIELENS_HALF_STARS,
            new NetworkObjective(Link.IDENTITY, 1));
    NetworkScorer scorer = NetworkScorer.of(model);

    // user 0, movie 0: sums 2 + 6 + .5 and -2 + 3; user 1, movie 1: -1 + 2 + .5 and 1 + 1
    assertThat(scorer.score(scorer.user(0).orElseThrow(), 0)).isEqualTo(8.5f + 10 + .25f);
    assertThat(scorer.score(scorer.user(1).orElseThrow(), 1)).isEqualTo(1.5f + 20 + .25f);
    assertThat(scorer.score(scorer.user(0).orElseThrow(), 1)).isEqualTo(4.5f + 0 + .25f);
  }

  @ParameterizedTest
  @EnumSource
  void scoresAllAsOneByOneAndAsASlowReference(Activation activation) {
    NetworkModel model = RandomModels.network(4, 9, activation, 1);
    NetworkScorer scorer = NetworkScorer.of(model);
    for (int user = 0; user < 4; user++) {
      UserState state = scorer.user(user).orElseThrow();
      float[] scores = new float[9];
      scorer.scoreAll(state, scores);
      for (int movie = 0; movie < 9; movie++) {
        assertThat(scores[movie])
            .isEqualTo(scorer.score(state, movie))
            .isCloseTo((float) reference(model, user, movie), within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void slopesAreThoseOfSmallDifferences(Activation activation) {
    NetworkWeights weights = NetworkWeights.of(RandomModels.network(1, 9, activation, 2));
    NetworkSlopes slopes = new NetworkSlopes(weights, FirstLayer.of(weights));
    double[] vector = {.3, -.2, .1};
    slopes.enter(vector);
    slopes.score(4);
    double[] found = slopes.byUser().clone();
    for (int index = 0; index < vector.length; index++) {
      assertThat(found[index]).isCloseTo(difference(slopes, vector, index), within(1e-6));
    }
  }

  private static double difference(NetworkSlopes slopes, double[] vector, int index) {
    double[] moved = vector.clone();
    moved[index] += 1e-6;
    slopes.enter(moved);
    double above = slopes.score(4);
    moved[index] -= 2e-6;
    slopes.enter(moved);
    return (above - slopes.score(4)) / 2e-6;
  }

  /** Whoever rates as a user near nobody would is found to be much like that user. */
  @Test
  void foldInFindsWhoseRatingsTheyAre() {
    NetworkModel model = RandomModels.network(4, 9, Activation.TANH, 1);
    NetworkScorer scorer = NetworkScorer.of(model);
    float[] vector = model.nobody().clone();
    vector[0] += .2f;
    vector[2] -= .2f;
    RatedMovies asUser = ratings(scorer, new UserVector(vector, 0));
    UserState folded = scorer.foldIn(asUser).orElseThrow();

    assertThat(squaredError(scorer, folded, asUser))
        .isLessThan(.1 * squaredError(scorer, scorer.nobody(), asUser));
    assertThat(scorer.foldIn(RatedMovies.NONE)).isEmpty();
  }

  private static RatedMovies ratings(NetworkScorer scorer, UserState state) {
    float[] ratings = new float[9];
    scorer.scoreAll(state, ratings);
    for (int movie = 0; movie < ratings.length; movie++) {
      ratings[movie] = scorer.rating().orElseThrow().rating(ratings[movie]);
    }
    return new RatedMovies(IntStream.range(0, 9).toArray(), ratings);
  }

  @Test
  void aGreatWeightKeepsWhoIsNewWithNobody() {
    NetworkModel model = RandomModels.network(4, 9, Activation.TANH, 1);
    NetworkScorer held =
        NetworkScorer.of(
            new NetworkModel(
                model.userDimension(),
                model.movieDimension(),
                model.userVectors(),
                model.movieVectors(),
                model.nobody(),
                model.layers(),
                model.scale(),
                new NetworkObjective(Link.SCALED_SIGMOID, 1e9)));
    UserVector folded = (UserVector) held.foldIn(RATED).orElseThrow();

    for (int index = 0; index < folded.vector().length; index++) {
      assertThat(folded.vector()[index]).isCloseTo(model.nobody()[index], within(1e-6f));
    }
  }

  @Test
  void refusesStatesOfOtherLengths() {
    NetworkScorer scorer = NetworkScorer.of(RandomModels.network(4, 9, Activation.RELU, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(new UserVector(new float[2], 0), 0))
        .withMessageContaining("3 dimensions");
  }

  @Test
  void movieVectorsAreThoseBeforeTheLayers() {
    NetworkModel model = RandomModels.network(4, 9, Activation.RELU, 1);
    MovieVectors vectors = NetworkScorer.of(model).movieVectors().orElseThrow();

    assertThat(vectors.vector(2)).isEqualTo(Arrays.copyOfRange(model.movieVectors(), 4, 6));
    assertThat(vectors.bias(2)).isZero();
  }

  @Test
  void refusesLayersThatDoNotFit() {
    DenseLayer three = new DenseLayer(3, 1, new float[3], new float[1], Activation.LINEAR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkModel.requireChain(List.of(three), 2))
        .withMessage("a layer takes 3 numbers and gets 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkModel.requireChain(List.of(), 1))
        .withMessage("the layers do not end in one number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseLayer(3, 2, new float[5], new float[2], Activation.LINEAR));
  }

  private static double squaredError(NetworkScorer scorer, UserState state, RatedMovies rated) {
    double sum = 0;
    for (int index = 0; index < rated.count(); index++) {
      float score = scorer.score(state, rated.movies()[index]);
      sum += Math.pow(scorer.rating().orElseThrow().rating(score) - rated.ratings()[index], 2);
    }
    return sum;
  }

  private static double reference(NetworkModel model, int user, int movie) {
    double[] values = new double[model.userDimension() + model.movieDimension()];
    for (int index = 0; index < values.length; index++) {
      int inMovie = index - model.userDimension();
      values[index] =
          inMovie < 0
              ? model.userVectors()[user * model.userDimension() + index]
              : model.movieVectors()[movie * model.movieDimension() + inMovie];
    }
    for (DenseLayer layer : model.layers()) {
      double[] next = new double[layer.outputs()];
      for (int output = 0; output < next.length; output++) {
        double sum = layer.bias()[output];
        for (int input = 0; input < values.length; input++) {
          sum += values[input] * layer.kernel()[input * layer.outputs() + output];
        }
        next[output] =
            switch (layer.activation()) {
              case LINEAR -> sum;
              case RELU -> sum > 0 ? sum : 0;
              case SIGMOID -> 1 / (1 + Math.exp(-sum));
              case TANH -> Math.tanh(sum);
            };
      }
      values = next;
    }
    return values[0];
  }
}
