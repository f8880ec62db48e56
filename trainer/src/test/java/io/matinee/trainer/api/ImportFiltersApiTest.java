package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import com.google.protobuf.Timestamp;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.FilterCounts;
import io.matinee.proto.trainer.v1.ImportCounts;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.MinimumMode;
import io.matinee.proto.trainer.v1.MinimumRatings;
import io.matinee.proto.trainer.v1.RatingFilters;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parts of what is imported, and of versions. */
@QuarkusTest
@Tag("process")
class ImportFiltersApiTest extends RunningImports {
  @Test
  void keepsTheFiltersOfAVersionAndWhatTheyLeftOut() throws Exception {
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    RatingFilters filters =
        RatingFilters.newBuilder()
            .setEndTime(Timestamp.newBuilder().setSeconds(250))
            .setMinimum(
                MinimumRatings.newBuilder().setPerUser(2).setMode(MinimumMode.MINIMUM_MODE_CORE))
            .build();
    Operation ended =
        ended(
            importFile(
                dataset(), file, "", ImportOptions.newBuilder().setFilters(filters).build()));
    DatasetVersion version = response(ended, ImportRatingsResponse.class).getDatasetVersion();

    assertThat(version.getFilters()).isEqualTo(filters);
    assertThat(version.getFilterCounts()).isEqualTo(FilterCounts.newBuilder().setTime(1).build());
    assertThat(version.getCounts())
        .returns(3L, ImportCounts::getRows)
        .returns(2L, ImportCounts::getRatings)
        .returns(1L, ImportCounts::getUsers)
        .returns(2L, ImportCounts::getRatedMovies);
    assertThat(datasets().getDatasetVersion(getVersion(version.getName())).getDatasetVersion())
        .isEqualTo(version);
    assertRefused(
        Reason.INVALID_REQUEST,
        "options.filters.maximum_year",
        () ->
            importFile(
                dataset(),
                file,
                "",
                ImportOptions.newBuilder()
                    .setFilters(
                        RatingFilters.newBuilder().setMinimumYear(2000).setMaximumYear(1999))
                    .build()));
  }

  @Test
  void takesAPartOfAVersionWithoutReadingItsFilesAgain() throws Exception {
    String dataset = dataset();
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS + "to be rejected\n");
    ImportOptions lenient = ImportOptions.newBuilder().setMaximumRejectedShare(.5).build();
    String whole =
        response(ended(importFile(dataset, file, "", lenient)), ImportRatingsResponse.class)
            .getDatasetVersion()
            .getName();
    Files.delete(file);
    RatingFilters filters =
        RatingFilters.newBuilder().setMinimum(MinimumRatings.newBuilder().setPerUser(2)).build();
    String target = dataset();

    Operation ended = ended(part(target, whole, ImportOptions.newBuilder().setFilters(filters)));

    ImportRatingsResponse response = response(ended, ImportRatingsResponse.class);
    DatasetVersion part = response.getDatasetVersion();
    assertThat(part.getName()).isEqualTo(target + "/versions/1");
    assertThat(part.getSource()).isEqualTo(whole);
    assertThat(part.getNotesList()).isEmpty();
    assertThat(datasets().getDatasetVersion(getVersion(whole)).getDatasetVersion().getNotesList())
        .isNotEmpty();
    assertThat(part.getFilterCounts()).isEqualTo(FilterCounts.newBuilder().setMinimum(1).build());
    assertThat(part.getCounts())
        .returns(4L, ImportCounts::getRows)
        .returns(2L, ImportCounts::getRatings)
        .returns(1L, ImportCounts::getUsers)
        .returns(1L, ImportCounts::getRejected);
    assertThat(response.getRejectedRowsList()).hasSize(1);
    assertThat(
            datasets()
                .describeDataset(
                    DescribeDatasetRequest.newBuilder().setName(part.getName()).build())
                .getRatingSpread()
                .getMean())
        .isEqualTo(3);
    assertRefused(
        Reason.INVALID_REQUEST, "options.filters", () -> part(target, whole, lenient.toBuilder()));
    assertThatThrownBy(() -> part(target, whole, ImportOptions.newBuilder()))
        .hasMessageContaining("e.g. a tenth of its users (--sample-users .1)");
    assertRefused(
        Reason.INVALID_REQUEST,
        "options",
        () -> part(target, whole, lenient.toBuilder().setFilters(filters)));
    assertRefused(
        Reason.DATASET_VERSION_NOT_FOUND,
        () ->
            part(target, dataset + "/versions/9", ImportOptions.newBuilder().setFilters(filters)));
  }

  private Operation part(String dataset, String version, ImportOptions.Builder options) {
    return datasets()
        .importRatings(
            ImportRatingsRequest.newBuilder()
                .setDataset(dataset)
                .setDatasetVersion(version)
                .setOptions(options)
                .build());
  }
}
