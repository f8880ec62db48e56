package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.model.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a version and the baselines on the same users and rows. Not thread-safe. */
final class Contest {
  private final EvaluationData data;
  private final EvaluationProtocol protocol;
  private final Checkpoint checkpoint;
  private final long users;
  private final List<ListMetric> sharedMetrics;

  Contest(EvaluationData data, EvaluationProtocol protocol, Checkpoint checkpoint) {
    this.data = data;
    this.protocol = protocol;
    this.checkpoint = checkpoint;
    this.users = data.trainedUsers();
    this.sharedMetrics = ListMetrics.shared(data, protocol);
  }

  /** Returns how the contestants stand, in their order. */
  Standings judge(List<Contestant> contestants) {
    List<Judgement> judgements = new ArrayList<>();
    for (Contestant contestant : contestants) {
      reached(Stage.SCORING, judgements.size(), contestants.size());
      judgements.add(judge(contestant, judgedUsers(judgements.size(), contestants.size())));
    }
    return new FigureMaker(
            data, protocol, () -> reached(Stage.INTERVALS, contestants.size(), contestants.size()))
        .sumUp(judgements);
  }

  /** Returns what the contest is made of. */
  Evaluation.Counts counts() {
    long without = data.rowsWithoutCandidate();
    RelevantMovies relevant = new RelevantMovies(data, protocol.relevanceThreshold());
    return new Evaluation.Counts(relevant.users(), data.heldOut().ratingCount() - without, without);
  }

  private Judgement judge(Contestant contestant, JudgedUsers judged) {
    return new Judgement(
        contestant.id(),
        contestant.ranking().isEmpty()
            ? Optional.empty()
            : Optional.of(lists(contestant.ranking(), judged)),
        contestant
            .rating()
            .flatMap(
                scorer -> scorer.rating().map(link -> Predictions.of(scorer, link, data, judged))));
  }

  private ListResult lists(List<Scorer> scorers, JudgedUsers judged) {
    List<ListMetric> metrics = new ArrayList<>(sharedMetrics);
    metrics.addAll(ListMetrics.ownDiversity(scorers.getFirst(), protocol.cutoffs()));
    return new ListEvaluator(data, protocol).evaluate(scorers, metrics, judged);
  }

  private JudgedUsers judgedUsers(int contestantsDone, int contestants) {
    return new JudgedUsers(
        judged ->
            checkpoint.reached(
                new Progress(
                    Stage.SCORING,
                    (users * contestantsDone + Math.min(judged, users)) / contestants,
                    users)));
  }

  private void reached(Stage stage, int contestantsDone, int contestants) {
    checkpoint.reached(new Progress(stage, users * contestantsDone / contestants, users));
  }
}
