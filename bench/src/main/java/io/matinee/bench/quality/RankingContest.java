package io.matinee.bench.quality;

import io.matinee.bench.Figure;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.metric.Estimate;
import io.matinee.model.metric.beyond.SelfInformationNovelty;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ranking.BatchRanker;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The default ranker, {@code ease} and {@code popular} over trials: users of whom a ranker knows
 * nothing get the popular list, as they are served with that fallback.
 */
final class RankingContest {
  private static final String DEFAULT = "default";
  private static final String EASE = "ease";
  private static final String POPULAR = "popular";
  private static final double LEAST_COVERAGE = .045;
  private static final double MOST_NOVELTY_LOST = .05;

  private final int trials;
  private final Contest gains;
  private final Contest novelty;
  private final Map<String, Double> coverage = new LinkedHashMap<>();

  /** Trains and judges all. */
  RankingContest(List<Trial> trials) {
    int users = trials.stream().mapToInt(Trial::endUser).max().orElseThrow();
    this.trials = trials.size();
    this.gains = new Contest(users);
    this.novelty = new Contest(users);
    trials.forEach(this::hold);
  }

  /** Returns by how much one contestant's NDCG@10 is above another's. */
  Estimate difference(String first, String second) {
    return gains.difference(first, second);
  }

  /** Returns NDCG@10 of all, and whether the default loses to popular movies. */
  List<Figure> gains(String name) {
    return List.of(
        gains.figure(name, DEFAULT),
        gains.figure(name, EASE),
        gains.figure(name, POPULAR),
        gains.notLosing(name, DEFAULT, POPULAR));
  }

  /** Returns how many movies the lists hold, and how rare these are, beside those of ease. */
  List<Figure> breadth(String name) {
    return List.of(
        Figure.atLeast(name + ": coverage@10", coverage(DEFAULT), "", LEAST_COVERAGE),
        Figure.reported(name + ": coverage@10 of ease", coverage(EASE), ""),
        Figure.atLeast(
            name + ": novelty@10 above that of ease",
            novelty.mean(DEFAULT) - novelty.mean(EASE),
            "bits",
            -MOST_NOVELTY_LOST));
  }

  private double coverage(String contestant) {
    return coverage.getOrDefault(contestant, Double.NaN) / trials;
  }

  private void hold(Trial trial) {
    Rankers rankers = new Rankers(trial.split().training());
    Scorer popular = rankers.popular();
    judge(trial, DEFAULT, List.of(rankers.byDefault(), popular));
    judge(trial, EASE, List.of(rankers.of(EASE), popular));
    judge(trial, POPULAR, List.of(popular));
  }

  private void judge(Trial trial, String contestant, List<Scorer> scorers) {
    RatingsMatrix training = trial.split().training();
    Catalogue catalogue =
        Catalogue.of(
            training.movies(),
            training.movies().ids().stream().map(Movie::ofId).toList(),
            training);
    int[][] lists = new int[training.userCount()][];
    new BatchRanker(training, catalogue::isCandidate, JudgedLists.LENGTH, false)
        .rank(scorers, (user, list) -> lists[user] = list);
    gains.add(contestant, trial.firstUser(), JudgedLists.gains(lists, trial.split().heldOut()));
    novelty.add(
        contestant,
        trial.firstUser(),
        Arrays.stream(lists)
            .mapToDouble(
                list -> SelfInformationNovelty.of(list, catalogue, training.activeUserCount()))
            .toArray());
    double distinct = Arrays.stream(lists).flatMapToInt(Arrays::stream).distinct().count();
    coverage.merge(contestant, distinct / catalogue.candidateCount(), Double::sum);
  }
}
