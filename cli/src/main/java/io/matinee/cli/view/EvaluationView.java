package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationCounts;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.Figure;
import io.matinee.proto.model.v1.Interval;
import io.matinee.proto.model.v1.PairedDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An evaluation as a table: one row a metric and cut-off, the subject beside the baselines. */
public final class EvaluationView {
  private static final int DIGITS = 4;
  private static final int DIGEST_DIGITS = 12;

  private final Evaluation evaluation;
  private final EventKind eventKind;

  private EvaluationView(Evaluation evaluation, EventKind eventKind) {
    this.evaluation = evaluation;
    this.eventKind = eventKind;
  }

  /**
   * Returns the view of an evaluation.
   *
   * @param eventKind what the version that was evaluated was trained on
   */
  public static EvaluationView of(Evaluation evaluation, EventKind eventKind) {
    return new EvaluationView(evaluation, eventKind);
  }

  /** Returns a list of evaluations, a line each. */
  public static String list(List<Evaluation> evaluations) {
    if (evaluations.isEmpty()) {
      return "There are no evaluations; ./matinee evaluate makes one.";
    }
    Table table = Table.of("evaluation", "of", "cut-offs", "protocol", "created");
    evaluations.forEach(
        evaluation ->
            table.row(
                evaluation.getName(),
                evaluation.getModelVersion(),
                cutoffs(evaluation.getProtocol()),
                evaluation.getProtocol().getDigest().substring(0, DIGEST_DIGITS),
                Wording.time(evaluation.getCreateTime())));
    return table.text();
  }

  /**
   * Returns the table, figures with their 95 % intervals.
   *
   * @param subject the heading of the subject's figures, e.g. "als + biased-mf"
   * @return several lines
   */
  public String table(String subject) {
    List<Contestant> contestants = evaluation.getContestantsList();
    Table table =
        Table.of(
            Stream.concat(
                    Stream.of("metric", ">" + subject),
                    contestants.stream().skip(1).map(each -> ">" + each.getContestantId()))
                .toArray(String[]::new));
    for (FigureLabel label : labels()) {
      List<String> cells = new ArrayList<>(List.of(label.text()));
      contestants.forEach(contestant -> cells.add(cell(label.in(contestant))));
      table.row(cells.toArray(String[]::new));
    }
    return table.indented();
  }

  /** All of it, for an evaluation that is shown alone; differences only where there are any. */
  public String text() {
    String figures =
        String.join(
            System.lineSeparator(),
            "%s of %s".formatted(evaluation.getName(), evaluation.getModelVersion()),
            "  protocol " + evaluation.getProtocol().getDigest(),
            table("version"),
            footnote());
    return ownDifferences().isEmpty()
        ? figures
        : String.join(System.lineSeparator(), figures, "", differences());
  }

  /** How far the subject is from each baseline, in what says how good it is. */
  public String differences() {
    Table table =
        Table.of(
            "figure",
            "version minus",
            ">difference",
            ">p",
            ">better, same, worse",
            ">users that decide");
    ownDifferences().forEach(each -> table.row(cells(each)));
    return table.indented();
  }

  /** What the figures are means of. */
  public String footnote() {
    EvaluationProtocol protocol = evaluation.getProtocol();
    EvaluationCounts counts = evaluation.getCounts();
    String event = Wording.event(eventKind);
    return ("  %s users with a held-out %s; %s held-out %s, %s of them of movies without a training %s;"
            + " 95 %% intervals: bootstrap (%s resamples of users), of coverage jackknife")
        .formatted(
            Wording.count(counts.getUsers()),
            eventKind == EventKind.EVENT_KIND_WATCH
                ? event
                : event + " of at least " + Wording.rating(protocol.getRelevanceThreshold()),
            Wording.count(counts.getRatings() + counts.getRatingsWithoutCandidate()),
            Wording.events(eventKind),
            Wording.count(counts.getRatingsWithoutCandidate()),
            event,
            Wording.count(protocol.getResampleCount()));
  }

  /** Those of the subject's figures, in the order of people's interest. */
  private List<FigureLabel> labels() {
    return evaluation.getContestantsList().stream()
        .limit(1)
        .flatMap(subject -> subject.getFiguresList().stream())
        .map(FigureLabel::of)
        .sorted()
        .toList();
  }

  /** The subject's, in what says how good it is. */
  private List<PairedDifference> ownDifferences() {
    return evaluation.getDifferencesList().stream()
        .filter(each -> each.getContestantId().equals(subject()))
        .filter(each -> FigureLabel.of(each).isQuality())
        .sorted(Comparator.comparing(FigureLabel::of))
        .toList();
  }

  private String subject() {
    return evaluation.getContestantsCount() == 0
        ? ""
        : evaluation.getContestants(0).getContestantId();
  }

  private static String[] cells(PairedDifference difference) {
    return new String[] {
      FigureLabel.of(difference).text(),
      difference.getOtherContestantId(),
      Wording.decimal(difference.getDifference(), DIGITS)
          + " "
          + interval(difference.getInterval()),
      Wording.decimal(difference.getPValue(), DIGITS),
      "%s, %s, %s"
          .formatted(
              Wording.count(difference.getWinCount()),
              Wording.count(difference.getTieCount()),
              Wording.count(difference.getLossCount())),
      difference.hasDecidingUserCount()
          ? Wording.count(difference.getDecidingUserCount())
          : Wording.ABSENT
    };
  }

  private static String cutoffs(EvaluationProtocol protocol) {
    return protocol.getCutoffsList().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static String cell(Optional<Figure> found) {
    if (found.isEmpty()) {
      return Wording.ABSENT;
    }
    Figure figure = found.get();
    String value = Wording.decimal(figure.getValue(), DIGITS);
    return figure.hasInterval() ? value + " " + interval(figure.getInterval()) : value;
  }

  private static String interval(Interval interval) {
    return "[%s, %s]"
        .formatted(
            Wording.decimal(interval.getLow(), DIGITS),
            Wording.decimal(interval.getHigh(), DIGITS));
  }
}
