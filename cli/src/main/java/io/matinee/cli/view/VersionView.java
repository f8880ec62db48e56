package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.ModelVersion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Model versions as text. */
public final class VersionView {
  private static final String LINE_END = System.lineSeparator();

  private VersionView() {}

  /** A list of versions. */
  public static String list(List<ModelVersion> versions) {
    if (versions.isEmpty()) {
      return "There are no versions yet; ./matinee train makes one.";
    }
    Table table =
        Table.of("version", "algorithms", "data set", ">users", ">movies", ">ratings", "created");
    versions.forEach(
        version ->
            table.row(
                version.getName(),
                algorithms(version),
                version.getDatasetVersion(),
                Wording.count(version.getUserCount()),
                Wording.count(version.getMovieCount()),
                Wording.count(version.getRatingCount()),
                Wording.time(version.getCreateTime())));
    return table.text();
  }

  /**
   * One version with its blobs and evaluations.
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
        LINE_END, list(List.of(version)), blobs.indented(), EvaluationView.list(evaluations));
  }

  /** "als + biased-mf". */
  public static String algorithms(ModelVersion version) {
    return Stream.of(version.getRankingAlgorithm(), version.getRatingAlgorithm())
        .filter(name -> !name.isEmpty())
        .distinct()
        .collect(Collectors.joining(" + "));
  }
}
