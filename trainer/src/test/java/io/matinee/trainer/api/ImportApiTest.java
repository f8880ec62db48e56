package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.Operation;
import com.google.rpc.ErrorInfo;
import io.matinee.proto.model.v1.Progress;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.proto.trainer.v1.BundledSample;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.RatingsForm;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports as operations: what they return, refuse and repeat. */
@QuarkusTest
@Tag("process")
class ImportApiTest extends RunningImports {
  @Inject Database database;

  @Test
  void importsAndDescribesAVersion() throws Exception {
    String dataset = dataset();
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    Operation ended = ended(importFile(dataset, file, "", ImportOptions.getDefaultInstance()));
    DatasetVersion version = response(ended, ImportRatingsResponse.class).getDatasetVersion();
    ImportRatingsMetadata metadata = ended.getMetadata().unpack(ImportRatingsMetadata.class);
    assertThat(metadata.getDataset()).isEqualTo(dataset);
    assertThat(metadata.getStage()).isEqualTo(ImportRatingsMetadata.Stage.STAGE_ENDED);
    assertThat(metadata.getProgress())
        .returns(WorkUnit.WORK_UNIT_ROWS, Progress::getUnit)
        .returns(ROWS.lines().count() - 1, Progress::getDoneCount)
        .returns(true, Progress::hasStartTime);
    assertThat(version.getName()).isEqualTo(dataset + "/versions/1");
    assertThat(version.getForm()).isEqualTo(RatingsForm.RATINGS_FORM_DELIMITED);
    assertThat(version.getScale())
        .isEqualTo(RatingScale.newBuilder().setMinimum(.5f).setMaximum(5).setStep(.5f).build());
    assertThat(version.getManifestSha256()).hasSize(64);
    assertThat(datasets().getDatasetVersion(getVersion(version.getName())).getDatasetVersion())
        .isEqualTo(version);
    DescribeDatasetResponse description =
        datasets()
            .describeDataset(
                DescribeDatasetRequest.newBuilder().setName(version.getName()).build());
    assertThat(description.getRatingSpread().getMean()).isEqualTo(11 / 3.0);
    assertThat(description.getHistogramList()).extracting("rating").containsExactly(2f, 4f, 5f);
    assertThat(description.getMostRated(0).getMovieId()).isEqualTo("10");
    assertThat(description.getMostRated(0).getMeanRating()).isEqualTo(4.5f);
    assertThat(description.getDensity()).isEqualTo(.75);
    assertThat(description.getOldestRating().getSeconds()).isEqualTo(100);
    assertThat(description.getNewestRating().getSeconds()).isEqualTo(300);
  }

  @Test
  void repeatsAnImportOnlyWhenTheRequestIdIsAnother() throws Exception {
    String dataset = dataset();
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    String request = UUID.randomUUID().toString();
    Operation first = importFile(dataset, file, request, ImportOptions.getDefaultInstance());
    Operation repeated = importFile(dataset, file, request, ImportOptions.getDefaultInstance());
    assertThat(repeated.getName()).isEqualTo(first.getName());
    ended(first);
    ended(
        importFile(
            dataset, file, UUID.randomUUID().toString(), ImportOptions.getDefaultInstance()));
    assertThat(datasets().getDataset(get(dataset)).getDataset().getLatestVersion())
        .isEqualTo(dataset + "/versions/2");
  }

  @Test
  void failsAnImportWithATypedError() throws Exception {
    String dataset = dataset();
    Path file =
        Files.writeString(
            folder.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n1,10,9,100\n");
    Operation ended = ended(importFile(dataset, file, "", ImportOptions.getDefaultInstance()));
    ErrorInfo info = ended.getError().getDetails(0).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS.name());
    assertThat(info.getDomain()).isEqualTo("matinee");
    assertThat(ended.getError().getMessage())
        .contains("1 of 1 rows", "line 2: rating 9 is off the scale");
    assertThat(datasets().getDataset(get(dataset)).getDataset().getLatestVersion()).isEmpty();
  }

  @Test
  void listsRejectedRowsInTheReply() throws Exception {
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS + "3,10\n");
    ImportOptions options = ImportOptions.newBuilder().setMaximumRejectedShare(.5).build();
    Operation ended = ended(importFile(dataset(), file, "", options));
    ImportRatingsResponse response = response(ended, ImportRatingsResponse.class);
    assertThat(response.getRejectedRowsList()).hasSize(1);
    assertThat(response.getRejectedRows(0).getLine()).isEqualTo(5);
    assertThat(response.getDatasetVersion().getCounts().getRejected()).isEqualTo(1);
  }

  @Test
  void listsAnImportWhoseRejectedRowsAreDamaged() throws Exception {
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS + "to be damaged\n");
    ImportOptions options = ImportOptions.newBuilder().setMaximumRejectedShare(.5).build();
    Operation ended = ended(importFile(dataset(), file, "", options));
    String version = response(ended, ImportRatingsResponse.class).getDatasetVersion().getName();
    Files.writeString(blob(version, DatasetBlob.REJECTS), "damaged");

    assertThat(
            operations()
                .listOperations(ListOperationsRequest.newBuilder().setPageSize(1000).build())
                .getOperationsList())
        .extracting(Operation::getName)
        .contains(ended.getName());
    assertRefused(
        Reason.BLOB_CORRUPT,
        () ->
            datasets()
                .describeDataset(DescribeDatasetRequest.newBuilder().setName(version).build()));
  }

  @Test
  void refusesImportsThatCannotBegin() {
    ImportRatingsRequest unknown =
        ImportRatingsRequest.newBuilder()
            .setDataset("datasets/unknown")
            .setBundledSample(BundledSample.getDefaultInstance())
            .build();
    assertRefused(Reason.DATASET_NOT_FOUND, () -> datasets().importRatings(unknown));
    ImportRatingsRequest scale =
        ImportRatingsRequest.newBuilder()
            .setDataset(dataset())
            .setBundledSample(BundledSample.getDefaultInstance())
            .setOptions(
                ImportOptions.newBuilder()
                    .setScale(RatingScale.newBuilder().setMinimum(5).setMaximum(1).setStep(1)))
            .build();
    assertRefused(Reason.INVALID_REQUEST, "options.scale", () -> datasets().importRatings(scale));
  }

  @Test
  void refusesARequestIdThatBeganAnotherImport() throws Exception {
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    String request = UUID.randomUUID().toString();
    String dataset = dataset();
    ended(importFile(dataset, file, request, ImportOptions.getDefaultInstance()));
    assertRefused(
        Reason.REQUEST_ID_REUSED,
        "request_id",
        () ->
            importFile(
                dataset,
                file,
                request,
                ImportOptions.newBuilder().setMaximumRejectedShare(.5).build()));
  }

  @Test
  void tellsOfAnImportAfterItsVersionIsGone() throws Exception {
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    Operation ended = ended(importFile(dataset(), file, "", ImportOptions.getDefaultInstance()));
    String version = response(ended, ImportRatingsResponse.class).getDatasetVersion().getName();
    String dataset = version.split("/", -1)[1];
    for (String table : List.of("dataset_version_blob", "dataset_version")) {
      database.write(
          handle -> handle.execute("DELETE FROM " + table + " WHERE dataset_id = ?", dataset));
    }
    assertThat(
            operations()
                .getOperation(GetOperationRequest.newBuilder().setName(ended.getName()).build()))
        .isEqualTo(ended);
  }
}
