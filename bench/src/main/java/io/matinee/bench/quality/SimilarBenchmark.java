package io.matinee.bench.quality;

import io.matinee.bench.Benchmark;
import io.matinee.bench.Figure;
import io.matinee.bench.Figures;
import io.matinee.bench.Workplace;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.Split;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Similar movies by the vectors of {@code als} beside the damped cosine of likes: of each user one
 * like is held out, and sought among the ten nearest of the user's other likes.
 */
public final class SimilarBenchmark implements Benchmark {
  private static final int[] THINNED = {5, 10, 20};
  private static final long SEED = 5;
  private static final double MOST_SELDOM = .15;

  /** Genres in common on the full sets before regularisation was scaled. */
  private static final double GENRES_BEFORE = .29142;

  private static final String DEFAULT = "als";
  private static final String COSINE = "damped item cosine";

  /** Makes the benchmark. */
  public SimilarBenchmark() {}

  @Override
  public String name() {
    return "quality-similar";
  }

  @Override
  public String description() {
    return "similar movies beside damped item cosine, full and thinned to 5, 10 and 20 ratings";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    List<RatedSet> sets = RatedSet.movieLens(workplace);
    Figures figures = new Figures();
    if (workplace.options().wants("full")) {
      judge("full", sets, Integer.MAX_VALUE, figures);
    }
    if (workplace.options().wants("thinned")) {
      for (int count : THINNED) {
        judge("thinned to " + count, sets, count, figures);
      }
    }
    return figures.all();
  }

  private static void judge(String name, List<RatedSet> sets, int perUser, Figures figures) {
    Contest contest = new Contest(sets.stream().mapToInt(set -> set.ratings().userCount()).sum());
    List<NearestFigures> ours = new ArrayList<>();
    List<NearestFigures> yardstick = new ArrayList<>();
    int firstUser = 0;
    for (RatedSet set : sets) {
      Split split = leavingOne(new Thinning(set.ratings(), SEED).perUser(perUser));
      RatingsMatrix training = split.training();
      ours.add(
          NearestFigures.of(
              split,
              set.genres(),
              new NearestVectors(
                  new Rankers(training).of("als").movieVectors().orElseThrow(),
                  training.movieRatingCounts())));
      yardstick.add(NearestFigures.of(split, set.genres(), new DampedItemCosine(training)));
      contest.add(DEFAULT, firstUser, ours.getLast().recall());
      contest.add(COSINE, firstUser, yardstick.getLast().recall());
      firstUser += set.ratings().userCount();
    }
    figures.add(contest.figure(name + ": recall@10", DEFAULT));
    figures.add(contest.figure(name + ": recall@10", COSINE));
    figures.add(contest.notLosing(name + ": recall@10", DEFAULT, COSINE));
    double covered = mean(yardstick, NearestFigures::covered);
    figures.add(
        Figure.atLeast(
            name + ": movies with neighbours", mean(ours, NearestFigures::covered), "", covered));
    rarity(name, perUser == Integer.MAX_VALUE, ours, yardstick, figures);
    genres(name, perUser == Integer.MAX_VALUE, ours, yardstick, figures);
  }

  private static void rarity(
      String part,
      boolean full,
      List<NearestFigures> ours,
      List<NearestFigures> yardstick,
      Figures figures) {
    String name = part + ": five nearest with under 5 ratings";
    double seldom = mean(ours, NearestFigures::seldomRated);
    figures.add(
        full ? Figure.reported(name, seldom, "") : Figure.atMost(name, seldom, "", MOST_SELDOM));
    figures.add(
        Figure.reported(name + ", of " + COSINE, mean(yardstick, NearestFigures::seldomRated), ""));
  }

  private static void genres(
      String part,
      boolean full,
      List<NearestFigures> ours,
      List<NearestFigures> yardstick,
      Figures figures) {
    String name = part + ": genres in common";
    double likeness = mean(ours, NearestFigures::genreLikeness);
    figures.add(
        full
            ? Figure.atLeast(name, likeness, "", GENRES_BEFORE)
            : Figure.reported(name, likeness, ""));
    figures.add(
        Figure.reported(
            name + ", of " + COSINE, mean(yardstick, NearestFigures::genreLikeness), ""));
  }

  /** Holds out one like of each user who has two, drawn. */
  private static Split leavingOne(RatingsMatrix ratings) {
    Thinning thinning = new Thinning(ratings, SEED);
    BitSet heldOut = new BitSet(ratings.ratingCount());
    for (int user = 0; user < ratings.userCount(); user++) {
      if (JudgedLists.liked(ratings, user).length > 1) {
        for (int position : thinning.inDrawnOrder(user)) {
          if (ratings.ratingAt(position) >= RatedSet.SCALE.relevanceThreshold()) {
            heldOut.set(position);
            break;
          }
        }
      }
    }
    BitSet training = new BitSet(ratings.ratingCount());
    training.set(0, ratings.ratingCount());
    training.andNot(heldOut);
    return new Split(Thinning.part(ratings, training), Thinning.part(ratings, heldOut));
  }

  private static double mean(List<NearestFigures> sets, Measure measure) {
    return sets.stream().mapToDouble(measure::of).average().orElseThrow();
  }

  /** A figure of a set. */
  @FunctionalInterface
  private interface Measure {
    double of(NearestFigures set);
  }
}
