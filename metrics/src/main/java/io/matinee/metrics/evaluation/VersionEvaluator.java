package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.following.CachedSnapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Evaluates published versions. Thread-safe. */
public final class VersionEvaluator {
  private final Registry registry;
  private final Clock clock;

  /** Creates an evaluator of a registry's versions. */
  public VersionEvaluator(Registry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Evaluates a version over its own held-out part, and the baselines beside it.
   *
   * @param id the id that the evaluation gets
   * @param request the version, and how to evaluate it
   * @param checkpoint hears of progress, and stops the work when it is cancelled
   * @throws io.matinee.runtime.error.MatineeException what {@link Registry} throws, or CANCELLED
   */
  public Evaluation evaluate(String id, EvaluationRequest request, Checkpoint checkpoint) {
    checkpoint.reached(Progress.LOADING);
    try (Registry.Hold held = registry.hold(request.modelVersion(), "evaluations/" + id);
        CachedSnapshot opened = registry.open(registry.find(request.modelVersion()))) {
      return evaluate(id, request, opened.snapshot(), checkpoint);
    }
  }

  private Evaluation evaluate(
      String id, EvaluationRequest request, Snapshot snapshot, Checkpoint checkpoint) {
    EvaluationData data = EvaluationData.of(snapshot);
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(Contestant.version(snapshot, data));
    contestants.addAll(Contestant.baselines(data));
    Contest contest = new Contest(data, request.protocol(), checkpoint);
    Standings standings = contest.judge(contestants);
    return new Evaluation(
        id,
        request,
        standings.contestants(),
        standings.differences(),
        clock.instant(),
        contest.counts());
  }
}
