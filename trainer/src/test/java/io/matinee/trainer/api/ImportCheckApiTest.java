package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import io.matinee.proto.trainer.v1.AcceptDatasetVersionRequest;
import io.matinee.proto.trainer.v1.DataCheck;
import io.matinee.proto.trainer.v1.DataFinding;
import io.matinee.proto.trainer.v1.DataFindingKind;
import io.matinee.proto.trainer.v1.DataVerdict;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.query.QueryEngine;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an import is compared with. */
@QuarkusTest
@Tag("process")
class ImportCheckApiTest extends RunningImports {
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
    AcceptDatasetVersionRequest request =
        AcceptDatasetVersionRequest.newBuilder()
            .setName(version.getName())
            .setReason("a smaller town")
            .build();
    DataCheck accepted = datasets().acceptDatasetVersion(request).getDatasetVersion().getCheck();
    assertThat(accepted.getVerdict()).isEqualTo(DataVerdict.DATA_VERDICT_ACCEPTED);
    assertThat(accepted.getAcceptReason()).isEqualTo("a smaller town");
    assertThat(accepted.hasAcceptTime()).isTrue();
    assertThat(accepted.getFindingsList()).isEqualTo(version.getCheck().getFindingsList());
    assertThat(
            training()
                .trainModel(
                    plainTraining(model(), dataset).setRequireUnremarkableData(true).build())
                .getName())
        .isNotEmpty();
    assertRefused(
        Reason.INVALID_REQUEST,
        "name",
        () ->
            datasets()
                .acceptDatasetVersion(
                    request.toBuilder().setName(dataset + "/versions/1").build()));
    assertRefused(
        Reason.INVALID_REQUEST,
        "reason",
        () -> datasets().acceptDatasetVersion(request.toBuilder().clearReason().build()));
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
}
