package io.matinee.bench.quality;

import io.matinee.bench.Benchmark;
import io.matinee.bench.Figure;
import io.matinee.bench.Figures;
import io.matinee.bench.Workplace;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.scoring.ranking.Ranker;
import io.matinee.model.scoring.ranking.ScoredMovie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Users who were not in the training, served by a few ratings: 300 of each MovieLens set give some
 * drawn ratings of one half of theirs, and are judged by the other half.
 */
public final class ColdBenchmark implements Benchmark {
  private static final int USERS = 300;
  private static final int KNOWN = 10;
  private static final long SEED = 7;

  /** NDCG@10 of the same users from 10 ratings before regularisation was scaled. */
  private static final double FROM_KNOWN_BEFORE = .24638;

  /** NDCG@10 of the same users from half of their ratings before regularisation was scaled. */
  private static final double FROM_HALF_BEFORE = .38932;

  private static final String DEFAULT = "default";
  private static final String POPULAR = "popular";
  private static final List<OptionalInt> GIVEN =
      List.of(
          OptionalInt.of(1),
          OptionalInt.of(2),
          OptionalInt.of(3),
          OptionalInt.of(5),
          OptionalInt.of(KNOWN),
          OptionalInt.empty());

  /** Makes the benchmark. */
  public ColdBenchmark() {}

  @Override
  public String name() {
    return "quality-cold";
  }

  @Override
  public String description() {
    return "300 users of each set out of training, served by 1 to 10 ratings or half of theirs";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    List<ColdUsers> sets = new ArrayList<>();
    for (RatedSet set : RatedSet.movieLens(workplace)) {
      sets.add(ColdUsers.draw(set.ratings(), USERS, SEED));
    }
    List<Rankers> rankers = sets.stream().map(users -> new Rankers(users.training())).toList();
    List<Scorer> defaults = rankers.stream().map(Rankers::byDefault).toList();
    Figures figures = new Figures();
    for (OptionalInt given : GIVEN) {
      Contest contest = new Contest(USERS * sets.size());
      for (int set = 0; set < sets.size(); set++) {
        Scorer popular = rankers.get(set).popular();
        ColdUsers users = sets.get(set);
        RatingsMatrix told = users.given(given);
        contest.add(DEFAULT, set * USERS, gains(List.of(defaults.get(set), popular), users, told));
        contest.add(POPULAR, set * USERS, gains(List.of(popular), users, told));
      }
      report(given, contest, figures);
    }
    return figures.all();
  }

  private static void report(OptionalInt given, Contest contest, Figures figures) {
    String name = given.isPresent() ? given.getAsInt() + " given" : "half given";
    figures.add(known(given, name + ": " + DEFAULT, contest.mean(DEFAULT)));
    figures.add(contest.figure(name, POPULAR));
    figures.add(contest.notLosing(name, DEFAULT, POPULAR));
  }

  private static Figure known(OptionalInt given, String name, double gain) {
    if (given.isEmpty()) {
      return Figure.atLeast(name, gain, "", FROM_HALF_BEFORE);
    }
    return given.getAsInt() == KNOWN
        ? Figure.atLeast(name, gain, "", FROM_KNOWN_BEFORE)
        : Figure.reported(name, gain, "");
  }

  private static double[] gains(List<Scorer> scorers, ColdUsers users, RatingsMatrix given) {
    List<Ranker> rankers = scorers.stream().map(Ranker::of).toList();
    int[] counts = users.training().movieRatingCounts();
    RatingsMatrix judging = users.judging();
    return IntStream.of(users.users())
        .parallel()
        .mapToDouble(user -> JudgedLists.gain(list(rankers, given, user, counts), judging, user))
        .toArray();
  }

  private static int[] list(List<Ranker> rankers, RatingsMatrix given, int user, int[] counts) {
    RatedMovies rated = RatedMovies.of(given, user);
    for (Ranker ranker : rankers) {
      Optional<UserState> state = ranker.scorer().foldIn(rated);
      if (state.isPresent()) {
        return best(ranker, state.get(), given, user, counts);
      }
    }
    Ranker last = rankers.getLast();
    return best(last, last.scorer().nobody(), given, user, counts);
  }

  private static int[] best(
      Ranker ranker, UserState state, RatingsMatrix given, int user, int[] counts) {
    return ranker
        .best(state, movie -> counts[movie] > 0 && !given.contains(user, movie), JudgedLists.LENGTH)
        .stream()
        .mapToInt(ScoredMovie::movie)
        .toArray();
  }
}
