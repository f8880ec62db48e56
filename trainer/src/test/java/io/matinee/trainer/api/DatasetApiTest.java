package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.Operation;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import io.matinee.proto.model.v1.Progress;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.proto.trainer.v1.BundledSample;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.DataCheck;
import io.matinee.proto.trainer.v1.DataFinding;
import io.matinee.proto.trainer.v1.DataFindingKind;
import io.matinee.proto.trainer.v1.DataVerdict;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetResponse;
import io.matinee.proto.trainer.v1.DeleteDatasetVersionRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetVersionResponse;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.FilterCounts;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import io.matinee.proto.trainer.v1.ImportCounts;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.ListDatasetVersionsRequest;
import io.matinee.proto.trainer.v1.ListDatasetVersionsResponse;
import io.matinee.proto.trainer.v1.ListDatasetsRequest;
import io.matinee.proto.trainer.v1.ListDatasetsResponse;
import io.matinee.proto.trainer.v1.MinimumMode;
import io.matinee.proto.trainer.v1.MinimumRatings;
import io.matinee.proto.trainer.v1.PeriodCount;
import io.matinee.proto.trainer.v1.RatingFilters;
import io.matinee.proto.trainer.v1.RatingsForm;
import io.matinee.proto.trainer.v1.RemainingCounts;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TrainerHome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class DatasetApiTest extends RunningTrainer {
  @Inject Database database;
  private static final String ROWS =
      "userId,movieId,rating,timestamp\n1,10,4.0,100\n1,20,2.0,200\n2,10,5.0,300\n";

  @Inject TrainerHome home;
  @Inject Datasets stored;

  @Test
  void createsAndReturnsADataset() {
    String id = "d" + UUID.randomUUID();
    CreateDatasetRequest request =
        CreateDatasetRequest.newBuilder().setDatasetId(id).setDisplayName("Ours").build();
    Dataset created = datasets().createDataset(request).getDataset();
    assertThat(created.getName()).isEqualTo("datasets/" + id);
    assertThat(created.getDisplayName()).isEqualTo("Ours");
    assertThat(created.getLatestVersion()).isEmpty();
    assertThat(datasets().getDataset(get(created.getName())).getDataset()).isEqualTo(created);
    assertRefused(Reason.DATASET_EXISTS, () -> datasets().createDataset(request));
  }

  @Test
  void refusesNamesThatAreNone() {
    assertRefused(
        Reason.INVALID_REQUEST,
        "dataset_id",
        () ->
            datasets()
                .createDataset(CreateDatasetRequest.newBuilder().setDatasetId("No!").build()));
    assertRefused(Reason.DATASET_NOT_FOUND, () -> datasets().getDataset(get("datasets/unknown")));
    assertRefused(
        Reason.INVALID_REQUEST, "name", () -> datasets().getDataset(get("models/movies")));
  }

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
  void describesWithoutReadingTheRatingsAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    Operation ended = ended(importFile(dataset(), file, "", ImportOptions.getDefaultInstance()));
    String version = response(ended, ImportRatingsResponse.class).getDatasetVersion().getName();
    DescribeDatasetRequest request = DescribeDatasetRequest.newBuilder().setName(version).build();
    DescribeDatasetResponse description = datasets().describeDataset(request);
    assertThat(description.getRatingsPerUser().getMean()).isEqualTo(1.5);
    assertThat(description.getUnitRatingSpread().getMaximum()).isEqualTo(1);
    assertThat(description.getMonthsList())
        .containsExactly(PeriodCount.newBuilder().setPeriod("1970-01").setRatingCount(3).build());
    assertThat(description.getMeanRanking().getMovies(0).getMean()).isEqualTo(4.5);
    assertThat(description.getFilterEffects(0).getByMovie())
        .isEqualTo(RemainingCounts.newBuilder().setRatings(2).setUsers(2).setMovies(1).build());

    Files.delete(blob(version, DatasetBlob.RATINGS));
    Files.delete(blob(version, DatasetBlob.CATALOGUE));

    assertThat(datasets().describeDataset(request)).isEqualTo(description);
    Path kept = blob(version, DatasetBlob.DESCRIPTION);
    Files.writeString(kept, Files.readString(kept).replace("0.75", "0.25"));
    assertRefused(Reason.BLOB_CORRUPT, () -> datasets().describeDataset(request));
  }

  @Test
  void comparesAnImportWithTheOneBeforeAndRefusesToTrainOnFindingsIfAsked() throws Exception {
    String dataset = smallDataset();
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    Operation ended = ended(importFile(dataset, file, "", ImportOptions.getDefaultInstance()));
    DatasetVersion version = response(ended, ImportRatingsResponse.class).getDatasetVersion();

    assertThat(version.getCheck().getVerdict()).isEqualTo(DataVerdict.DATA_VERDICT_SUSPICIOUS);
    assertThat(version.getCheck().getComparedWith()).isEqualTo(dataset + "/versions/1");
    assertThat(version.getCheck().getFindingsList())
        .extracting(DataFinding::getKind)
        .contains(
            DataFindingKind.DATA_FINDING_KIND_RATINGS, DataFindingKind.DATA_FINDING_KIND_OLDER);
    assertThat(version.getCheck().getChange().getLostUserCount()).isEqualTo(18);
    assertRefused(
        Reason.DATA_SUSPICIOUS,
        () ->
            training()
                .trainModel(
                    plainTraining(model(), dataset).setRequireUnremarkableData(true).build()));
  }

  @Test
  void importsThoughTheRatingsOfTheVersionBeforeCannotBeRead() throws Exception {
    try (QueryEngine engine = QueryEngine.open(home.temporary(), 256)) {
      assertComparedWithNothing(1, Files::delete);
      assertComparedWithNothing(2, ratings -> Files.writeString(ratings, "damaged"));
      assertComparedWithNothing(
          3,
          ratings ->
              engine.run("COPY (SELECT 1 AS other) TO '%s' (FORMAT parquet)".formatted(ratings)));
    }
  }

  private void assertComparedWithNothing(int second, Spoiling spoiling) throws Exception {
    String dataset = dataset();
    Path file = folder.resolve("ratings.csv");
    String row = "userId,movieId,rating,timestamp\n1,10,%s,%d\n";
    Files.writeString(file, row.formatted("4.0", second));
    ended(importFile(dataset, file, "", ImportOptions.getDefaultInstance()));
    spoiling.spoil(blob(dataset + "/versions/1", DatasetBlob.RATINGS));
    Files.writeString(file, row.formatted("3.0", second));

    Operation ended = ended(importFile(dataset, file, "", ImportOptions.getDefaultInstance()));

    DatasetVersion version = response(ended, ImportRatingsResponse.class).getDatasetVersion();
    assertThat(version.getName()).isEqualTo(dataset + "/versions/2");
    assertThat(version.getCheck())
        .isEqualTo(
            DataCheck.newBuilder().setVerdict(DataVerdict.DATA_VERDICT_UNREMARKABLE).build());
  }

  private interface Spoiling {
    void spoil(Path blob) throws IOException, SQLException;
  }

  @Test
  void deletesVersionsAndDataSets() throws Exception {
    String dataset = smallDataset();
    String version = publish(model(), dataset);
    importSmall(dataset, ImportOptions.getDefaultInstance());
    DeleteDatasetVersionRequest second =
        DeleteDatasetVersionRequest.newBuilder().setName(dataset + "/versions/2").build();
    DeleteDatasetRequest all = DeleteDatasetRequest.newBuilder().setName(dataset).build();

    assertThat(datasets().deleteDatasetVersion(second))
        .isEqualTo(DeleteDatasetVersionResponse.getDefaultInstance());
    assertRefused(
        Reason.DATASET_VERSION_NOT_FOUND,
        () -> datasets().getDatasetVersion(getVersion(dataset + "/versions/2")));
    assertThat(assertRefused(Reason.RESOURCE_IN_USE, () -> datasets().deleteDataset(all)))
        .hasMessageContaining(version);
    DeleteDatasetRequest unused = DeleteDatasetRequest.newBuilder().setName(smallDataset()).build();
    assertThat(datasets().deleteDataset(unused))
        .isEqualTo(DeleteDatasetResponse.getDefaultInstance());
    assertRefused(Reason.DATASET_NOT_FOUND, () -> datasets().getDataset(get(unused.getName())));
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
  void listsDatasetsAndVersionsByPages() throws Exception {
    String dataset = smallDataset();
    Path file = Files.writeString(folder.resolve("ratings.csv"), ROWS);
    ended(importFile(dataset, file, "", ImportOptions.getDefaultInstance()));
    ended(importFile(dataset, file, "", ImportOptions.getDefaultInstance()));
    ListDatasetVersionsRequest request =
        ListDatasetVersionsRequest.newBuilder().setDataset(dataset).setPageSize(2).build();
    ListDatasetVersionsResponse first = datasets().listDatasetVersions(request);
    assertThat(first.getDatasetVersionsList())
        .extracting("name")
        .containsExactly(dataset + "/versions/3", dataset + "/versions/2");
    ListDatasetVersionsResponse last =
        datasets()
            .listDatasetVersions(
                request.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertThat(last.getDatasetVersionsList())
        .extracting("name")
        .containsExactly(dataset + "/versions/1");
    assertThat(last.getNextPageToken()).isEmpty();
    assertThat(allDatasets()).contains(dataset).doesNotHaveDuplicates().isSorted();
    assertRefused(
        Reason.PAGE_TOKEN_INVALID,
        "page_token",
        () ->
            datasets()
                .listDatasets(
                    ListDatasetsRequest.newBuilder()
                        .setPageToken(first.getNextPageToken())
                        .build()));
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

  private Operation importFile(String dataset, Path file, String requestId, ImportOptions options) {
    return datasets()
        .importRatings(
            ImportRatingsRequest.newBuilder()
                .setDataset(dataset)
                .setUri(file.toUri().toString())
                .setOptions(options)
                .setRequestId(requestId)
                .build());
  }

  private Path blob(String version, String name) {
    DatasetBlob blob = stored.version(DatasetVersionName.parse(version)).manifest().blob(name);
    return home.blobs().resolve(blob.sha256());
  }

  private List<String> allDatasets() {
    List<String> names = new ArrayList<>();
    ListDatasetsRequest.Builder request = ListDatasetsRequest.newBuilder().setPageSize(1);
    ListDatasetsResponse page;
    do {
      page = datasets().listDatasets(request.build());
      page.getDatasetsList().forEach(dataset -> names.add(dataset.getName()));
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return names;
  }

  private static GetDatasetRequest get(String name) {
    return GetDatasetRequest.newBuilder().setName(name).build();
  }

  private static GetDatasetVersionRequest getVersion(String name) {
    return GetDatasetVersionRequest.newBuilder().setName(name).build();
  }
}
