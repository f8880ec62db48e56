package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetResponse;
import io.matinee.proto.trainer.v1.DeleteDatasetVersionRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetVersionResponse;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.ListDatasetVersionsRequest;
import io.matinee.proto.trainer.v1.ListDatasetVersionsResponse;
import io.matinee.proto.trainer.v1.ListDatasetsRequest;
import io.matinee.proto.trainer.v1.ListDatasetsResponse;
import io.matinee.proto.trainer.v1.PeriodCount;
import io.matinee.proto.trainer.v1.RemainingCounts;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Data sets and their versions: made, listed, described, deleted. */
@QuarkusTest
@Tag("process")
class DatasetApiTest extends RunningImports {
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
}
