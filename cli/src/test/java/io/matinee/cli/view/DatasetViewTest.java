package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.DataCheck;
import io.matinee.proto.trainer.v1.DataFinding;
import io.matinee.proto.trainer.v1.DataVerdict;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.FilterCounts;
import io.matinee.proto.trainer.v1.ImportCounts;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.RatingFilters;
import io.matinee.proto.trainer.v1.RatingsForm;
import io.matinee.proto.trainer.v1.RejectedRow;
import io.matinee.proto.trainer.v1.Spread;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetViewTest {
  private static final DatasetVersion VERSION =
      DatasetVersion.newBuilder()
          .setName("datasets/d/versions/2")
          .setSource("a\u001b[31m.csv")
          .setForm(RatingsForm.RATINGS_FORM_JSON_LINES)
          .setScale(RatingScale.newBuilder().setMinimum(0).setMaximum(1).setStep(.25f))
          .setCounts(
              ImportCounts.newBuilder()
                  .setRatings(1_000)
                  .setUsers(10)
                  .setRatedMovies(20)
                  .setRejected(120)
                  .setDuplicates(3))
          .setFilters(RatingFilters.newBuilder().setMinimumYear(1990))
          .setFilterCounts(FilterCounts.newBuilder().setYear(70))
          .setCheck(
              DataCheck.newBuilder()
                  .setComparedWith("datasets/d/versions/1")
                  .addFindings(DataFinding.newBuilder().setText("the mean has moved")))
          .build();

  @Test
  void saysWhatBecameOfAnImport() {
    List<RejectedRow> rejected =
        Collections.nCopies(
            100, RejectedRow.newBuilder().setFile("a.csv").setLine(2).setReason("no").build());
    ImportRatingsResponse response =
        ImportRatingsResponse.newBuilder()
            .setDatasetVersion(VERSION)
            .addAllRejectedRows(rejected)
            .build();

    assertThat(DatasetView.imported(response).lines())
        .startsWith(
            "datasets/d/versions/2: 1,000 ratings by 10 users of 20 movies; 120 rows rejected,"
                + " 3 duplicates replaced")
        .contains("  SUSPICIOUS, beside datasets/d/versions/1: the mean has moved")
        .anyMatch(line -> line.contains("70 by year"))
        .endsWith("  rejected: a.csv line 2: no: ", "  and 100 more");
  }

  @Test
  void listsVersionsWithTheirFiltersAndVerdicts() {
    DatasetVersion first =
        DatasetVersion.newBuilder()
            .setName("datasets/d/versions/1")
            .setCheck(DataCheck.newBuilder().setVerdict(DataVerdict.DATA_VERDICT_UNREMARKABLE))
            .build();

    assertThat(DatasetView.versions(List.of(VERSION, first)).lines())
        .satisfiesExactly(
            header -> assertThat(header).startsWith("version"),
            line ->
                assertThat(line)
                    .contains("datasets/d/versions/2", " 1,000 ", "--from-year 1990", "a?[31m.csv"),
            line -> assertThat(line).contains("datasets/d/versions/1", "unremarkable"));
  }

  @Test
  void advisesAnImportThatTheCommandLineTakes() {
    assertThat(DatasetView.noVersions("datasets/one"))
        .isEqualTo(
            "datasets/one has no version; ./matinee import FILE --dataset one brings one in");
  }

  @Test
  void saysWhyFindingsWereAccepted() {
    DatasetVersion accepted =
        VERSION.toBuilder()
            .setCheck(
                VERSION.getCheck().toBuilder()
                    .setVerdict(DataVerdict.DATA_VERDICT_ACCEPTED)
                    .setAcceptReason("new\u001bshop"))
            .build();

    assertThat(
            DatasetView.summary(
                DescribeDatasetResponse.newBuilder().setDatasetVersion(accepted).build()))
        .contains("accepted (new?shop), beside datasets/d/versions/1: the mean has moved")
        .doesNotContain("SUSPICIOUS");
    assertThat(DatasetView.versions(List.of(accepted))).contains("  accepted  ");
  }

  @Test
  void saysThatAVersionIsOfWatches() {
    DatasetVersion watches =
        VERSION.toBuilder().clearScale().setEventKind(EventKind.EVENT_KIND_WATCH).build();
    assertThat(
            DatasetView.imported(
                ImportRatingsResponse.newBuilder().setDatasetVersion(watches).build()))
        .startsWith("datasets/d/versions/2: 1,000 watches by 10 users of 20 movies;");
    assertThat(
            DatasetView.summary(
                DescribeDatasetResponse.newBuilder().setDatasetVersion(watches).build()))
        .contains("1,000 watches by 10 users", "0.00 % filled, no scale");
    assertThat(DatasetView.versions(List.of(watches)).lines().findFirst())
        .hasValueSatisfying(
            header -> assertThat(header).contains(" watches ").doesNotContain("ratings"));
  }

  @Test
  void tellsRatingsFromNone() {
    DescribeDatasetResponse.Builder description =
        DescribeDatasetResponse.newBuilder().setDatasetVersion(VERSION);

    assertThat(DatasetView.summary(description.build()))
        .contains(
            "from a?[31m.csv as json-lines",
            "  filters: --from-year 1990",
            "0.00 % filled, no ratings",
            "given without times");
    assertThat(
            DatasetView.summary(
                description.setRatingSpread(Spread.newBuilder().setMean(.5)).build()))
        .contains("mean 0.50, scale 0 to 1 by 0.25");
  }
}
