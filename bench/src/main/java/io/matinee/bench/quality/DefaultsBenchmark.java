package io.matinee.bench.quality;

import io.matinee.bench.Benchmark;
import io.matinee.bench.Figure;
import io.matinee.bench.Figures;
import io.matinee.bench.Workplace;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.ComputedHoldOut;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The default ranker beside {@code ease} and {@code popular} on dense and on sparse data: NDCG@10
 * of held-out likes among all movies with a training rating.
 */
public final class DefaultsBenchmark implements Benchmark {
  private static final double SHARE = .2;
  private static final int SALTS = 5;
  private static final int TINY_DRAWS = 10;

  /** Makes the benchmark. */
  public DefaultsBenchmark() {}

  @Override
  public String name() {
    return "quality-defaults";
  }

  @Override
  public String description() {
    return "the default ranker beside ease and popular, on dense and on sparse data; parts: full, time, thinned, inactive, tiny, sample";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    List<RatedSet> sets = RatedSet.movieLens(workplace);
    Figures figures = new Figures();
    if (workplace.options().wants("full")) {
      full(sets, figures);
    }
    if (workplace.options().wants("time")) {
      List<Trial> trials =
          trials(sets, 1, (ratings, draw) -> ratings, draw -> new LastShare(SHARE));
      beside("last 20 % by time", trials, figures);
    }
    for (int count : workplace.options().wants("thinned") ? new int[] {5, 10, 20} : new int[0]) {
      beside(
          "thinned to " + count,
          salted(sets, SALTS, (ratings, draw) -> new Thinning(ratings, draw).perUser(count)),
          figures);
    }
    if (workplace.options().wants("inactive")) {
      beside(
          "90 % least active users",
          salted(sets, SALTS, (ratings, draw) -> new Thinning(ratings, draw).leastActive(.9)),
          figures);
    }
    if (workplace.options().wants("tiny")) {
      beside(
          "400 ratings",
          salted(sets, TINY_DRAWS, (ratings, draw) -> new Thinning(ratings, draw).some(400)),
          figures);
    }
    if (workplace.options().wants("sample")) {
      List<RatedSet> sample = List.of(RatedSet.sample(workplace));
      beside("bundled sample", salted(sample, SALTS, (ratings, draw) -> ratings), figures);
    }
    return figures.all();
  }

  private static void full(List<RatedSet> sets, Figures figures) {
    RankingContest contest = new RankingContest(salted(sets, SALTS, (ratings, draw) -> ratings));
    figures.addAll(contest.gains("full"));
    figures.add(
        Figure.atLeast(
            "full: default - ease", contest.difference("default", "ease").mean(), "", -.003));
    figures.addAll(contest.breadth("full"));
  }

  private static void beside(String name, List<Trial> trials, Figures figures) {
    figures.addAll(new RankingContest(trials).gains(name));
  }

  private static List<Trial> salted(List<RatedSet> sets, int draws, Draw draw) {
    return trials(sets, draws, draw, salt -> new HashHoldOut(SHARE, "salt" + salt));
  }

  private static List<Trial> trials(List<RatedSet> sets, int draws, Draw draw, Rule rule) {
    List<Trial> trials = new ArrayList<>();
    int firstUser = 0;
    for (RatedSet set : sets) {
      int first = firstUser;
      IntStream.rangeClosed(1, draws)
          .mapToObj(
              number -> {
                RatingsMatrix part = draw.of(set.ratings(), number);
                return new Trial(first, Split.of(part, rule.of(number)));
              })
          .forEach(trials::add);
      firstUser += set.ratings().userCount();
    }
    return trials;
  }

  /** Takes a part of a data set. */
  @FunctionalInterface
  private interface Draw {
    RatingsMatrix of(RatingsMatrix all, int number);
  }

  /** Says what is held out. */
  @FunctionalInterface
  private interface Rule {
    ComputedHoldOut of(int number);
  }
}
