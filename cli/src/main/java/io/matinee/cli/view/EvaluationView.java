package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationProtocol;
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

  private EvaluationView(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Returns the view of an evaluation. */
  public static EvaluationView of(Evaluation evaluation) {
    return new EvaluationView(evaluation);
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

  /** All of it, for an evaluation that is shown alone. */
  public String text() {
    return String.join(
        System.lineSeparator(),
        "%s of %s".formatted(evaluation.getName(), evaluation.getModelVersion()),
        table("version"),
        footnote(),
        "",
        differences());
  }

  /** How far the subject is from each baseline, in what says how good it is. */
  public String differences() {
    Table table =
        Table.of(
            "difference", "less", ">value", ">p", ">better, same, worse", ">users that decide");
    evaluation.getDifferencesList().stream()
        .filter(each -> each.getContestantId().equals(subject()))
        .filter(each -> FigureLabel.of(each).isQuality())
        .sorted(Comparator.comparing(FigureLabel::of))
        .forEach(each -> table.row(cells(each)));
    return table.indented();
  }

  /** What the figures are means of. */
  public String footnote() {
    EvaluationProtocol protocol = evaluation.getProtocol();
    return ("  %s users with a held-out rating of at least %s; %s held-out ratings, %s of them of movies without a"
            + " training rating; 95 %% bootstrap intervals (%s resamples of users)")
        .formatted(
            Wording.count(evaluation.getCounts().getUsers()),
            Wording.rating(protocol.getRelevanceThreshold()),
            Wording.count(evaluation.getCounts().getRatings()),
            Wording.count(evaluation.getCounts().getRatingsWithoutCandidate()),
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
