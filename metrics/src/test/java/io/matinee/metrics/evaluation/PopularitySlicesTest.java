package io.matinee.metrics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.RatingCountRange;
import io.matinee.metrics.protocol.Slice;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recall by the popularity of what is relevant, beside a plain reckoning of the same. */
class PopularitySlicesTest {
  private static final int USERS = 40;
  private static final int MOVIES = 60;
  private static final float THRESHOLD = 4;
  private static final IdDictionary USER_IDS = ids(USERS);
  private static final IdDictionary MOVIE_IDS = ids(MOVIES);

  private final Random random = new Random(11);
  private final RatingsMatrix seen = ratings(600);
  private final RatingsMatrix heldOut = ratings(300);
  private final EvaluationData data =
      new EvaluationData(seen, heldOut, catalogue(), TinyContest.SCALE);
  private final FactorScorer scorer = scorer();

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20})
  void recallIsOfTheRelevantMoviesInTheSliceAlone(int k) {
    List<Figure> figures = figures(List.of(5, 20), List.of(4, 20));

    for (RatingCountRange range :
        List.of(
            new RatingCountRange(0, 3),
            new RatingCountRange(4, 19),
            new RatingCountRange(20, RatingCountRange.UNBOUNDED))) {
      double[] expected =
          IntStream.range(0, USERS)
              .mapToDouble(user -> recall(user, k, movie -> range.has(ratingCount(movie))))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      Figure figure = figure(figures, k, new Slice.Movies(range));
      assertThat(figure.count()).isEqualTo(expected.length).isPositive();
      assertThat(figure.value())
          .isEqualTo(
              IntStream.range(0, expected.length)
                  .mapToDouble(at -> expected[at])
                  .average()
                  .orElse(0),
              within(1e-12));
    }
  }

  @Test
  void oneSliceOfAllIsRecallItself() {
    List<Figure> figures = figures(List.of(), List.of(1_000));

    Figure all = figure(figures, 5, Slice.ALL);
    Figure sliced = figure(figures, 5, new Slice.Movies(new RatingCountRange(0, 999)));
    assertThat(sliced.value()).isEqualTo(all.value());
    assertThat(sliced.interval()).isEqualTo(all.interval());
    assertThat(figures)
        .noneMatch(
            figure ->
                figure
                    .name()
                    .slice()
                    .equals(
                        new Slice.Movies(new RatingCountRange(1_000, RatingCountRange.UNBOUNDED))));
  }

  @Test
  void slicesOfMoviesAreNotSlicedByUsersNorCompared() {
    EvaluationProtocol protocol = protocol(List.of(10), List.of(4));
    Contestant contestant = new Contestant("one", List.of(scorer), Optional.empty());
    Contestant other = new Contestant("other", List.of(scorer), Optional.empty());
    Standings standings =
        new Contest(data, protocol, Checkpoint.UNWATCHED).judge(List.of(contestant, other));

    assertThat(standings.differences()).isNotEmpty().allMatch(each -> each.name().isOfAll());
    assertThat(standings.contestants().getFirst().figures().stream().map(Figure::name))
        .doesNotHaveDuplicates();
  }

  private List<Figure> figures(List<Integer> activity, List<Integer> popularity) {
    Contestant contestant = new Contestant(Contestant.SUBJECT, List.of(scorer), Optional.empty());
    return new Contest(data, protocol(activity, popularity), Checkpoint.UNWATCHED)
        .judge(List.of(contestant))
        .contestants()
        .getFirst()
        .figures();
  }

  private static EvaluationProtocol protocol(List<Integer> activity, List<Integer> popularity) {
    return new EvaluationProtocol(
        List.of(1, 5, 20), activity, popularity, THRESHOLD, false, 100, 42);
  }

  private static Figure figure(List<Figure> figures, int k, Slice slice) {
    FigureName name = FigureName.ofLists("recall", k).of(slice);
    return figures.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** Sorts all candidates that the user has not seen, and counts. */
  private double recall(int user, int k, IntPredicate inSlice) {
    if (rated(seen, user, 0).length == 0) {
      return Double.NaN;
    }
    int[] known = rated(seen, user, 0);
    int[] relevant =
        IntStream.of(rated(heldOut, user, THRESHOLD))
            .filter(movie -> ratingCount(movie) > 0)
            .filter(inSlice)
            .toArray();
    List<Integer> list =
        IntStream.range(0, MOVIES)
            .filter(movie -> ratingCount(movie) > 0)
            .filter(movie -> IntStream.of(known).noneMatch(one -> one == movie))
            .boxed()
            .sorted(Comparator.comparingDouble(movie -> -score(user, movie)))
            .limit(k)
            .toList();
    long hits = IntStream.of(relevant).filter(list::contains).count();
    return (double) hits / relevant.length;
  }

  private double score(int user, int movie) {
    return scorer.score(scorer.user(user).orElseThrow(), movie);
  }

  private int ratingCount(int movie) {
    int count = 0;
    for (int position = 0; position < seen.ratingCount(); position++) {
      count += seen.movieAt(position) == movie ? 1 : 0;
    }
    return count;
  }

  private static int[] rated(RatingsMatrix ratings, int user, float least) {
    return IntStream.range(ratings.userStart(user), ratings.userEnd(user))
        .filter(position -> ratings.ratingAt(position) >= least)
        .map(ratings::movieAt)
        .toArray();
  }

  /** Popular movies come more often than others; no pair comes twice. */
  private RatingsMatrix ratings(int draws) {
    boolean[][] there = new boolean[USERS][MOVIES];
    RatingsMatrix.Builder ratings = RatingsMatrix.builder(USER_IDS, MOVIE_IDS);
    for (int draw = 0; draw < draws; draw++) {
      int user = random.nextInt(USERS);
      int movie = (int) (MOVIES * Math.pow(random.nextDouble(), 3));
      if (!there[user][movie]) {
        there[user][movie] = true;
        ratings.add(user, movie, 1 + random.nextInt(5), 0);
      }
    }
    return ratings.build();
  }

  private Catalogue catalogue() {
    List<Movie> movies =
        MOVIE_IDS.ids().stream()
            .map(id -> new Movie(id, "Movie " + id, null, List.of(), List.of(), "", "", ""))
            .toList();
    return Catalogue.of(MOVIE_IDS, movies, seen);
  }

  private FactorScorer scorer() {
    return FactorScorer.of(
        new FactorModel(
            2,
            numbers(2 * MOVIES),
            numbers(2 * USERS),
            new float[0],
            new float[0],
            0,
            TinyContest.SCALE,
            new FactorObjective.Squared(1)));
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int at = 0; at < count; at++) {
      numbers[at] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static IdDictionary ids(int count) {
    return IdDictionary.of(IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList());
  }
}
