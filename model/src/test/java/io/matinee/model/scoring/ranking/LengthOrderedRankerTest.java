package io.matinee.model.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.UserVector;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthOrderedRankerTest {
  private static final int MOVIES = 3_000;
  private static final int DIMENSION = 16;

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 10", "0.5, 0, 1", "0.5, 0, 300", "0.5, 0, 3000",
    "0.5, 0.3, 10", "0.5, 3, 10", "0, 0, 10", "0, 1, 25"
  })
  void findsWhatScoringAllFinds(double fall, double biasWidth, int k) {
    SplittableRandom random = new SplittableRandom(3);
    FactorScorer scorer = scorer(fall, biasWidth, random);
    Ranker ranker = Ranker.of(scorer);
    float[] scores = new float[MOVIES];
    for (int round = 0; round < 50; round++) {
      UserVector user = new UserVector(values(DIMENSION, 1, random), (float) random.nextDouble());
      BitSet allowed = allowed(random.nextDouble(), random);
      scorer.scoreAll(user, scores);

      assertSameButForRounding(
          ranker.best(user, allowed::get, k), select(scores, allowed, k), scores);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0, 10", "0.5, 0.3, 1", "0.1, 0, 25", "0.01, 1, 100", "0, 0, 3000"})
  void isASortedListToTheLastBitAndPagesOfItAgree(double fall, double biasWidth, int k) {
    SplittableRandom random = new SplittableRandom(11);
    FactorScorer scorer = scorer(fall, biasWidth, random);
    Ranker ranker = Ranker.of(scorer);
    for (int round = 0; round < 20; round++) {
      UserVector user = new UserVector(values(DIMENSION, 1, random), (float) random.nextDouble());
      BitSet allowed = allowed(random.nextDouble(), random);

      List<ScoredMovie> best = ranker.best(user, allowed::get, k);

      assertThat(best).isEqualTo(sorted(scorer, user, allowed).stream().limit(k).toList());
      assertThat(ranker.best(user, allowed::get, 5 * k))
          .startsWith(best.toArray(ScoredMovie[]::new));
    }
  }

  /** Scores movie by movie, dimension by dimension, and sorts them all. */
  private static List<ScoredMovie> sorted(FactorScorer scorer, UserVector user, BitSet allowed) {
    return allowed.stream()
        .mapToObj(
            movie -> {
              float product = 0;
              float[] vector = scorer.movieVector(movie);
              for (int dimension = 0; dimension < vector.length; dimension++) {
                product = Math.fma(user.vector()[dimension], vector[dimension], product);
              }
              return new ScoredMovie(movie, product + (scorer.movieOffset(movie) + user.bias()));
            })
        .sorted(
            Comparator.comparingDouble((ScoredMovie movie) -> -movie.score())
                .thenComparingInt(ScoredMovie::movie))
        .toList();
  }

  @Test
  void scoresAPartlyFilledBlock() {
    FactorModel model =
        new FactorModel(
            1,
            new float[] {1, 3, 2},
            new float[0],
            new float[] {0, 0, 0},
            new float[0],
            0,
            RatingScale.MOVIELENS_STARS,
            new FactorObjective.Squared(1));
    BitSet allowed = new BitSet();
    allowed.set(0, 3);

    assertThat(
            Ranker.of(FactorScorer.of(model))
                .best(new UserVector(new float[] {-1}, 0), allowed::get, 10))
        .isEqualTo(List.of(new ScoredMovie(0, -1), new ScoredMovie(2, -2), new ScoredMovie(1, -3)));
  }

  /**
   * A product of two vectors can differ in its last bit between one that was interpreted and one
   * that was compiled, and so can the order of twins.
   */
  private static void assertSameButForRounding(
      List<ScoredMovie> found, List<ScoredMovie> expected, float[] scores) {
    assertThat(found)
        .hasSameSizeAs(expected)
        .extracting(ScoredMovie::movie)
        .doesNotHaveDuplicates();
    for (int rank = 0; rank < expected.size(); rank++) {
      ScoredMovie movie = found.get(rank);
      assertThat(movie.score()).isCloseTo(expected.get(rank).score(), within(1e-5f));
      assertThat(movie.score()).isCloseTo(scores[movie.movie()], within(1e-5f));
    }
  }

  @Test
  void ranksTiesByIndexWhenNothingTellsMoviesApart() {
    Ranker ranker = Ranker.of(scorer(.5, 0, new SplittableRandom(3)));
    BitSet allowed = allowed(1, new SplittableRandom(4));

    assertThat(ranker.best(new UserVector(new float[DIMENSION], 0), allowed::get, 3))
        .isEqualTo(List.of(new ScoredMovie(0, 0), new ScoredMovie(1, 0), new ScoredMovie(2, 0)));
  }

  private static List<ScoredMovie> select(float[] scores, BitSet allowed, int k) {
    return Arrays.stream(TopK.select(scores, k, allowed::get))
        .mapToObj(movie -> new ScoredMovie(movie, scores[movie]))
        .toList();
  }

  /** Vectors whose lengths fall with the movie's index; each has a twin, so that scores tie. */
  private static FactorScorer scorer(double fall, double biasWidth, SplittableRandom random) {
    float[] factors = new float[MOVIES * DIMENSION];
    float[] biases = new float[MOVIES];
    for (int movie = 0; movie < MOVIES; movie += 2) {
      double length = 1 / (1 + fall * movie / 10);
      System.arraycopy(values(DIMENSION, length, random), 0, factors, movie * DIMENSION, DIMENSION);
      System.arraycopy(factors, movie * DIMENSION, factors, (movie + 1) * DIMENSION, DIMENSION);
      biases[movie] = (float) (random.nextDouble() * biasWidth);
      biases[movie + 1] = biases[movie];
    }
    return FactorScorer.of(
        new FactorModel(
            DIMENSION,
            factors,
            new float[0],
            biases,
            new float[0],
            0,
            RatingScale.MOVIELENS_STARS,
            new FactorObjective.Squared(1)));
  }

  private static float[] values(int count, double width, SplittableRandom random) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = (float) (random.nextDouble(-1, 1) * width);
    }
    return values;
  }

  private static BitSet allowed(double share, SplittableRandom random) {
    BitSet allowed = new BitSet(MOVIES);
    for (int movie = 0; movie < MOVIES; movie++) {
      allowed.set(movie, random.nextDouble() < share);
    }
    return allowed;
  }
}
