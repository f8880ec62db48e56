package io.matinee.serving.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.FoldIn;
import io.matinee.model.scoring.Link;
import io.matinee.model.scoring.Objective;
import io.matinee.model.scoring.UserState;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
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
    Ranking ranking = new Ranking(scorer);
    float[] scores = new float[MOVIES];
    for (int round = 0; round < 50; round++) {
      UserState user = new UserState(values(DIMENSION, 1, random), (float) random.nextDouble());
      BitSet allowed = allowed(random.nextDouble(), random);
      scorer.scoreAll(user, scores);

      assertSameButForRounding(
          ranking.best(user, allowed, k), Ranking.select(scores, allowed, k), scores);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0, 10", "0.5, 0.3, 1", "0.1, 0, 25", "0.01, 1, 100", "0, 0, 3000"})
  void isASortedListToTheLastBitAndPagesOfItAgree(double fall, double biasWidth, int k) {
    SplittableRandom random = new SplittableRandom(11);
    FactorScorer scorer = scorer(fall, biasWidth, random);
    Ranking ranking = new Ranking(scorer);
    for (int round = 0; round < 20; round++) {
      UserState user = new UserState(values(DIMENSION, 1, random), (float) random.nextDouble());
      BitSet allowed = allowed(random.nextDouble(), random);

      List<ScoredMovie> best = ranking.best(user, allowed, k);

      assertThat(best).isEqualTo(sorted(scorer, user, allowed).stream().limit(k).toList());
      assertThat(ranking.best(user, allowed, 5 * k)).startsWith(best.toArray(ScoredMovie[]::new));
    }
  }

  /** Scores movie by movie, dimension by dimension, and sorts them all. */
  private static List<ScoredMovie> sorted(FactorScorer scorer, UserState user, BitSet allowed) {
    return allowed.stream()
        .mapToObj(
            movie -> {
              float product = 0;
              float[] vector = scorer.movieVector(movie);
              for (int dimension = 0; dimension < vector.length; dimension++) {
                product = Math.fma(user.vector()[dimension], vector[dimension], product);
              }
              return new ScoredMovie(movie, product + (scorer.movieBias(movie) + user.bias()));
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
            new Objective("implicit", Link.IDENTITY, FoldIn.NONE, 1, 10, 0));
    BitSet allowed = new BitSet();
    allowed.set(0, 3);

    assertThat(
            new Ranking(FactorScorer.of(model))
                .best(new UserState(new float[] {-1}, 0), allowed, 10))
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
    Ranking ranking = new Ranking(scorer(.5, 0, new SplittableRandom(3)));
    BitSet allowed = allowed(1, new SplittableRandom(4));

    assertThat(ranking.best(new UserState(new float[DIMENSION], 0), allowed, 3))
        .isEqualTo(List.of(new ScoredMovie(0, 0), new ScoredMovie(1, 0), new ScoredMovie(2, 0)));
  }

  @Test
  void ordersByBiasWhereThereAreNoVectors() {
    SplittableRandom random = new SplittableRandom(5);
    float[] biases = values(MOVIES, 1, random);
    FactorScorer scorer =
        FactorScorer.of(
            new FactorModel(
                0,
                new float[0],
                new float[0],
                biases,
                new float[0],
                0,
                RatingScale.MOVIELENS_STARS,
                new Objective("none", Link.IDENTITY, FoldIn.NONE, 0, 0, 0)));
    BitSet allowed = allowed(.7, random);

    assertThat(new Ranking(scorer).best(new UserState(new float[0], 0), allowed, 40))
        .isEqualTo(Ranking.select(biases, allowed, 40));
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
            new Objective("implicit", Link.IDENTITY, FoldIn.NONE, 1, 10, 0)));
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
