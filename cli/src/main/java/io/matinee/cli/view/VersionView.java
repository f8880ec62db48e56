package io.matinee.cli.view;

import com.google.protobuf.Value;
import io.matinee.cli.output.PlainText;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.HeldOutPart;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.Scorer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Model versions as text. */
public final class VersionView {
  private static final String LINE_END = System.lineSeparator();
  private static final String MINIMUM_RATING = "minimum-rating";
  private static final String IMPORTED = "imported";

  private VersionView() {}

  /** A list of versions. */
  public static String list(List<ModelVersion> versions) {
    if (versions.isEmpty()) {
      return "There are no versions yet; ./matinee train makes one.";
    }
    Table table =
        Table.of(
            "version",
            "algorithms",
            "data set",
            ">users",
            ">movies",
            ">" + events(versions),
            "created");
    versions.forEach(
        version ->
            table.row(
                version.getName(),
                isRead(version) ? algorithms(version) : "(format not read)",
                Wording.orAbsent(version.getDatasetVersion()),
                Wording.count(version.getUserCount()),
                Wording.count(version.getMovieCount()),
                Wording.count(version.getRatingCount()),
                Wording.time(version.getCreateTime())));
    return table.text();
  }

  private static String events(List<ModelVersion> versions) {
    return Wording.events(versions.stream().map(ModelVersion::getEventKind));
  }

  /** A version that was just trained or imported. */
  public static String trained(ModelVersion version) {
    return list(List.of(version))
        + LINE_END
        + "  held out: "
        + heldOut(version)
        + Stream.of(version.getRanking(), version.getRating())
            .filter(scorer -> scorer.getAlgorithmId().equals(IMPORTED))
            .findFirst()
            .map(scorer -> LINE_END + found(scorer.getFiguresMap()))
            .orElse("")
        + TriedRankersView.lines(version.getRanking().getTriedRankersList());
  }

  /** What was found in a file of factors. */
  private static String found(Map<String, Double> figures) {
    String movies =
        "  movies: %s with factors, %s without; %s of the file are not in the data set"
            .formatted(
                count(figures, "movies_with_factors"),
                count(figures, "movies_without_factors"),
                count(figures, "movies_unknown"));
    String users =
        "  users: %s with factors, %s folded in from their ratings, %s without; %s of the file are not in the data set"
            .formatted(
                count(figures, "users_with_factors"),
                count(figures, "users_folded_in"),
                count(figures, "users_without_factors"),
                count(figures, "users_unknown"));
    return movies
        + LINE_END
        + users
        + (figures.containsKey("narrowed_to_float32")
            ? LINE_END + "  floats of 64 bits were narrowed to 32"
            : "");
  }

  private static String count(Map<String, Double> figures, String name) {
    return Wording.count(figures.getOrDefault(name, 0d).longValue());
  }

  /**
   * One version with its scorers, blobs and evaluations.
   *
   * @param evaluations the version's, newest first
   */
  public static String describe(ModelVersion version, List<Evaluation> evaluations) {
    Table blobs = Table.of("blob", ">size", "sha256");
    version
        .getBlobsList()
        .forEach(
            blob ->
                blobs.row(blob.getName(), Wording.bytes(blob.getSizeBytes()), blob.getSha256()));
    return String.join(
        LINE_END,
        isRead(version) ? trained(version) : list(List.of(version)),
        isRead(version)
            ? scorers(version).indented()
            : "  of a format that the trainer does not read: update it, or train again",
        blobs.indented(),
        EvaluationView.list(evaluations));
  }

  /** A version that the trainer reads has a scorer at least. */
  private static boolean isRead(ModelVersion version) {
    return version.hasRanking() || version.hasRating();
  }

  /**
   * "1,234 ratings by last_per_user=2", or "1,234 ratings of datasets/movielens/splits/last, 3 of
   * them absent from the data set".
   */
  private static String heldOut(ModelVersion version) {
    HeldOutPart part = version.getHeldOut();
    return Wording.count(part.getRatingCount())
        + " "
        + Wording.events(version.getEventKind())
        + (part.getSplit().isEmpty() ? "" : " of " + part.getSplit())
        + (isByRule(part) ? " by " + PlainText.line(part.getRule()) : "")
        + (part.getAbsentRatingCount() == 0
            ? ""
            : ", %s of them absent from the data set"
                .formatted(Wording.count(part.getAbsentRatingCount())));
  }

  private static boolean isByRule(HeldOutPart part) {
    return part.getRatingCount() > 0 && !part.getRule().isEmpty();
  }

  /** "als + biased-mf", "embedding-dot (notebook-001-v2)". */
  public static String algorithms(ModelVersion version) {
    return Stream.of(version.getRanking(), version.getRating())
        .filter(scorer -> !scorer.getAlgorithmId().isEmpty())
        .map(VersionView::algorithm)
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  private static String algorithm(Scorer scorer) {
    return scorer.getPreset().isEmpty()
        ? scorer.getAlgorithmId()
        : "%s (%s)".formatted(scorer.getAlgorithmId(), scorer.getPreset());
  }

  private static Table scorers(ModelVersion version) {
    Table table = Table.of("scorer", "algorithm", "kind", "without", "hyper-parameters");
    if (version.hasRanking()) {
      addScorer(table, "ranking", version.getRanking(), version.getEventKind());
    }
    if (version.hasRating()) {
      addScorer(table, "rating", version.getRating(), version.getEventKind());
    }
    return table;
  }

  private static void addScorer(Table table, String task, Scorer scorer, EventKind eventKind) {
    table.row(
        task,
        algorithm(scorer),
        Wording.name("SCORER_KIND_", scorer.getKind()),
        Wording.orAbsent(Wording.names("LACK_", scorer.getLacksList())),
        settings(scorer, eventKind));
  }

  /** "factors=64 iterations=10", without what says nothing of watches. */
  private static String settings(Scorer scorer, EventKind eventKind) {
    Map<String, Value> settings = new TreeMap<>(scorer.getHyperParametersMap());
    if (eventKind == EventKind.EVENT_KIND_WATCH) {
      settings.remove(MINIMUM_RATING);
    }
    return ValueText.settings(settings);
  }
}
