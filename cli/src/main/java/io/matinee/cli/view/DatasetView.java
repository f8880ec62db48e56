package io.matinee.cli.view;

import io.matinee.cli.output.PlainText;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.DataCheck;
import io.matinee.proto.trainer.v1.DataVerdict;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.FilterCounts;
import io.matinee.proto.trainer.v1.ImportCounts;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.RatingsForm;
import io.matinee.proto.trainer.v1.RejectedRow;
import java.util.List;
import java.util.stream.Collectors;

/** Data sets as text. */
public final class DatasetView {
  private static final String LINE_END = System.lineSeparator();
  private static final int REJECTED = 20;

  private DatasetView() {}

  /** A list of data sets. */
  public static String list(List<Dataset> datasets) {
    if (datasets.isEmpty()) {
      return "There are no data sets yet; ./matinee import FILE brings one in.";
    }
    Table table = Table.of("data set", "newest version", "created");
    datasets.forEach(
        dataset ->
            table.row(
                dataset.getName(),
                Wording.orAbsent(dataset.getLatestVersion()),
                Wording.time(dataset.getCreateTime())));
    return table.text();
  }

  /**
   * That a data set has no version, and what makes one.
   *
   * @param dataset "datasets/{dataset}"
   */
  public static String noVersions(String dataset) {
    return "%s has no version; ./matinee import FILE --dataset %s brings one in"
        .formatted(dataset, dataset.substring(dataset.indexOf('/') + 1));
  }

  /** A data set's versions. */
  public static String versions(List<DatasetVersion> versions) {
    String events = Wording.events(versions.stream().map(DatasetVersion::getEventKind));
    Table table =
        Table.of(
            "version", "created", ">" + events, ">users", ">movies", "data", "filters", "from");
    versions.forEach(
        version ->
            table.row(
                version.getName(),
                Wording.time(version.getCreateTime()),
                Wording.count(version.getCounts().getRatings()),
                Wording.count(version.getCounts().getUsers()),
                Wording.count(version.getCounts().getRatedMovies()),
                Wording.name("DATA_VERDICT_", version.getCheck().getVerdict()),
                FiltersView.of(version.getFilters()),
                PlainText.line(version.getSource()) + label(version)));
    return table.text();
  }

  /** One version in a few lines; synthetic data is named as such. */
  public static String summary(DescribeDatasetResponse description) {
    DatasetVersion version = description.getDatasetVersion();
    ImportCounts counts = version.getCounts();
    return String.join(
        LINE_END,
        "  %s, from %s%s%s, made %s"
            .formatted(
                version.getName(),
                PlainText.line(version.getSource()),
                form(version),
                label(version),
                Wording.time(version.getCreateTime())),
        "  %s %s by %s users of %s movies (%s in the catalogue), %s filled, %s"
            .formatted(
                Wording.count(counts.getRatings()),
                Wording.events(version.getEventKind()),
                Wording.count(counts.getUsers()),
                Wording.count(counts.getRatedMovies()),
                Wording.count(counts.getMovies()),
                Wording.decimal(100 * description.getDensity(), 2) + " %",
                mean(description)),
        "  %s; %s rows rejected, %s duplicates replaced"
                .formatted(
                    given(description),
                    Wording.count(counts.getRejected()),
                    Wording.count(counts.getDuplicates()))
            + filtered(version)
            + findings(version));
  }

  /** What an import did. */
  public static String imported(ImportRatingsResponse response) {
    DatasetVersion version = response.getDatasetVersion();
    ImportCounts counts = version.getCounts();
    return "%s: %s %s by %s users of %s movies%s; %s rows rejected, %s duplicates replaced%s"
        .formatted(
            version.getName(),
            Wording.count(counts.getRatings()),
            Wording.events(version.getEventKind()),
            Wording.count(counts.getUsers()),
            Wording.count(counts.getRatedMovies()),
            label(version),
            Wording.count(counts.getRejected()),
            Wording.count(counts.getDuplicates()),
            notes(version)
                + filtered(version)
                + findings(version)
                + rejected(response.getRejectedRowsList(), counts.getRejected()));
  }

  /** What the comparison with the version before has found. */
  private static String findings(DatasetVersion version) {
    DataCheck check = version.getCheck();
    return check.getFindingsList().stream()
        .map(
            finding ->
                LINE_END
                    + "  %s, beside %s: %s"
                        .formatted(
                            verdict(check),
                            check.getComparedWith(),
                            PlainText.line(finding.getText())))
        .collect(Collectors.joining());
  }

  private static String verdict(DataCheck check) {
    return check.getVerdict() == DataVerdict.DATA_VERDICT_ACCEPTED
        ? "accepted (%s)".formatted(PlainText.line(check.getAcceptReason()))
        : "SUSPICIOUS";
  }

  /** The filters and what they left out, where there are some. */
  private static String filtered(DatasetVersion version) {
    if (!version.hasFilters()) {
      return "";
    }
    FilterCounts counts = version.getFilterCounts();
    return LINE_END
        + "  filters: "
        + FiltersView.of(version.getFilters())
        + LINE_END
        + "  left out by filters: %s by time, %s by year, %s by genre, %s by the sample, %s with too few %s"
            .formatted(
                Wording.count(counts.getTime()),
                Wording.count(counts.getYear()),
                Wording.count(counts.getGenre()),
                Wording.count(counts.getSample()),
                Wording.count(counts.getMinimum()),
                Wording.events(version.getEventKind()));
  }

  /** What stands beside the name of synthetic data. */
  public static String label(DatasetVersion version) {
    return version.getSynthetic() ? " (SYNTHETIC: ratings made by a generator)" : "";
  }

  /** The form that it was read in; nothing of what was not read. */
  private static String form(DatasetVersion version) {
    return version.getForm() == RatingsForm.RATINGS_FORM_UNSPECIFIED
        ? ""
        : " as " + Wording.name("RATINGS_FORM_", version.getForm());
  }

  private static String mean(DescribeDatasetResponse description) {
    if (description.getDatasetVersion().getEventKind() == EventKind.EVENT_KIND_WATCH) {
      return "no scale";
    }
    return description.hasRatingSpread()
        ? "mean %s, scale %s"
            .formatted(
                Wording.decimal(description.getRatingSpread().getMean(), 2),
                scale(description.getDatasetVersion().getScale()))
        : "no ratings";
  }

  private static String scale(RatingScale scale) {
    return "%s to %s%s"
        .formatted(
            Wording.rating(scale.getMinimum()),
            Wording.rating(scale.getMaximum()),
            scale.getStep() == 0 ? "" : " by " + Wording.rating(scale.getStep()));
  }

  private static String given(DescribeDatasetResponse description) {
    return description.hasOldestRating()
        ? "given %s to %s"
            .formatted(
                Wording.date(description.getOldestRating()),
                Wording.date(description.getNewestRating()))
        : "given without times";
  }

  /** What an import noticed and left out, a line each, behind a line end. */
  static String notes(DatasetVersion version) {
    return version.getNotesList().stream()
        .map(
            note ->
                LINE_END
                    + "  note: "
                    + (note.getFile().isEmpty() ? "" : PlainText.line(note.getFile()) + ": ")
                    + PlainText.line(note.getText()))
        .collect(Collectors.joining());
  }

  /** The first rejected rows, a line each, behind a line end; of more than 20 the first. */
  static String rejected(List<RejectedRow> rows, long all) {
    String lines =
        rows.stream()
            .limit(REJECTED)
            .map(
                row ->
                    LINE_END
                        + "  rejected: %s line %d: %s: %s"
                            .formatted(
                                PlainText.line(row.getFile()),
                                row.getLine(),
                                PlainText.line(row.getReason()),
                                PlainText.line(row.getContent())))
            .collect(Collectors.joining());
    long more = all - Math.min(rows.size(), REJECTED);
    return more <= 0 ? lines : lines + LINE_END + "  and %s more".formatted(Wording.count(more));
  }
}
