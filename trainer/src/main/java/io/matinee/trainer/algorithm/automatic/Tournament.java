package io.matinee.trainer.algorithm.automatic;

import io.matinee.model.metric.Bootstrap;
import io.matinee.model.metric.PairedSample;
import io.matinee.model.snapshot.TriedRanker;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.likes.MinimumRating;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Contenders over rounds, each an inner split of its own. One loses to another when the 95 %
 * interval of their paired difference over the same users is below 0; who loses to the best plays
 * no further round.
 *
 * <p>The best wins, with one exception: a ranker whose movies have vectors wins over a better one
 * without, unless it loses to that or is below popular movies. Similar movies need vectors. Used by
 * one thread.
 */
final class Tournament {

  private static final int RESAMPLES = 1_000;

  private final TrainingTask task;
  private final List<Contender> contenders;
  private final Map<Contender, Gains> gains = new LinkedHashMap<>();

  Tournament(TrainingTask task, List<Contender> contenders) {
    this.task = task;
    this.contenders = contenders;
  }

  /** Returns who has not lost, and could be trained. */
  List<Contender> remaining() {
    if (gains.isEmpty()) {
      return contenders;
    }
    Optional<Contender> best = best(List.copyOf(gains.keySet()));
    return best.map(one -> gains.keySet().stream().filter(it -> !loses(it, one)).toList())
        .orElse(List.of());
  }

  /**
   * Plays a round.
   *
   * @param players who takes part
   * @param round the number of the round, from 1
   */
  void play(List<Contender> players, int round) {
    float likedFrom = MinimumRating.of(task.settings(), task.scale());
    InnerSplit inner = InnerSplit.of(task.ratings(), task.scale(), likedFrom, task.seed() + round);
    for (Contender player : players) {
      task.cancellation().check();
      try {
        double[] reached =
            inner.gains(player.train(task, inner.split().training(), task.seed()).model());
        gains.computeIfAbsent(player, one -> new Gains(reached.length)).add(reached);
      } catch (MatineeException unfit) {
        gains.remove(player);
      }
    }
  }

  /** Returns the mean NDCG@10 of the best; NaN where nothing could be judged. */
  double bestGain() {
    return best(List.copyOf(gains.keySet())).map(this::mean).orElse(Double.NaN);
  }

  /** Returns the winner; the first contender where nobody reached anything. */
  Contender winner() {
    List<Contender> finalists = remaining();
    Optional<Contender> best = best(finalists);
    if (best.filter(one -> mean(one) > 0).isEmpty()) {
      return contenders.getFirst();
    }
    double least =
        finalists.stream()
            .filter(Contender::isPopular)
            .mapToDouble(this::mean)
            .findFirst()
            .orElse(Double.NEGATIVE_INFINITY);
    return best(finalists.stream().filter(Contender::hasVectors).toList())
        .filter(one -> mean(one) >= least)
        .orElse(best.get());
  }

  /** Returns what was tried, best first. */
  List<TriedRanker> tried() {
    return gains.keySet().stream()
        .filter(one -> of(one).isDefined())
        .sorted(Comparator.comparingDouble(one -> -mean(one)))
        .map(
            one ->
                new TriedRanker(
                    one.algorithm().description().id(), one.settings().values(), mean(one)))
        .toList();
  }

  private Optional<Contender> best(List<Contender> among) {
    return among.stream()
        .filter(one -> gains.containsKey(one) && of(one).isDefined())
        .max(Comparator.comparingDouble(this::mean));
  }

  private Gains of(Contender contender) {
    return Objects.requireNonNull(gains.get(contender));
  }

  private double mean(Contender contender) {
    return of(contender).mean();
  }

  private boolean loses(Contender contender, Contender best) {
    PairedSample pair = new PairedSample(of(contender).sample(), of(best).sample());
    return Bootstrap.of(
                List.of(), List.of(pair), task.seed(), RESAMPLES, task.cancellation()::check)
            .difference(pair)
            .high()
        < 0;
  }
}
