package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.matinee.model.digest.Sha256;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.CreateSplitResponse;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.ExportDatasetHeader;
import io.matinee.proto.trainer.v1.ExportDatasetRequest;
import io.matinee.proto.trainer.v1.ExportDatasetResponse;
import io.matinee.proto.trainer.v1.ExportFormat;
import io.matinee.proto.trainer.v1.ExportedContent;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.LastPerUserHoldOut;
import io.matinee.proto.trainer.v1.SplitRule;
import io.matinee.proto.trainer.v1.SplitServiceGrpc;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.TrainerHome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
class ExportApiTest extends RunningTrainer {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";
  private static final ImportOptions LENIENT =
      ImportOptions.newBuilder().setMaximumRejectedShare(.9).build();

  @Inject TrainerHome home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,10,4.0,100\n1,20,2.5,200\n2,10,5.0,978300760\n",
        "007,10,4.0,100\n7,10,2.0,100\n",
        "\"a,b\",10,4.0,100\n\"say \"\"x\"\"\",10,2.0,100\nx'y,\u6620\u753b,2.0,100\n"
      })
  void givesTheSameRatingsWhenItIsImportedAgain(String rows) throws Exception {
    Export first = export(imported(HEADER + rows), ExportedContent.EXPORTED_CONTENT_RATINGS);

    assertThat(first.text().lines().findFirst()).contains(HEADER.strip());
    assertThat(first.text().lines().skip(1))
        .containsExactlyInAnyOrderElementsOf(rows.lines().toList());
    assertThat(export(imported(first.text()), ExportedContent.EXPORTED_CONTENT_RATINGS))
        .isEqualTo(first);
    assertThat(home.staging()).isEmptyDirectory();
  }

  @Test
  void leavesTheTimeOutWhereThereIsNone() throws Exception {
    String rows = "userId,movieId,rating\n1,10,4.0\n2,10,3.0\n";
    Export first = export(imported(rows), ExportedContent.EXPORTED_CONTENT_RATINGS);

    assertThat(first.text()).isEqualTo(rows);
    assertThat(export(imported(first.text()), ExportedContent.EXPORTED_CONTENT_RATINGS))
        .isEqualTo(first);
  }

  @Test
  void leavesTheRatingOutOfWatches() throws Exception {
    String rows = "userId,movieId,timestamp\n1,10,100\n2,10,200\n";
    Export first = export(imported(rows), ExportedContent.EXPORTED_CONTENT_RATINGS);

    assertThat(first.text()).isEqualTo(rows);
    assertThat(export(imported(first.text()), ExportedContent.EXPORTED_CONTENT_RATINGS))
        .isEqualTo(first);
  }

  @Test
  void sendsTheRejectedRowsWithTheirLines() throws Exception {
    String version = imported(HEADER + "1,10,4.0,100\n1,20,9,100\n\"2,\",20,x,100\n");

    assertThat(export(version, ExportedContent.EXPORTED_CONTENT_REJECTS).text())
        .startsWith("file,line,reason,content\nratings.csv,3,")
        .contains("rating 9 is off the scale", "ratings.csv,4,");
  }

  @Test
  void sendsBothPartsOfASplit() throws Exception {
    String version = imported(HEADER + "1,10,4.0,100\n1,20,3.0,200\n2,10,5.0,50\n2,30,1.0,60\n");
    SplitRule rule =
        SplitRule.newBuilder().setLastPerUser(LastPerUserHoldOut.newBuilder().setCount(1)).build();
    Operation ended =
        ended(
            SplitServiceGrpc.newBlockingStub(channel)
                .createSplit(
                    CreateSplitRequest.newBuilder()
                        .setDataset(version)
                        .setSplitId("last")
                        .setRule(rule)
                        .build()));
    ExportDatasetRequest.Builder request =
        request(version, ExportedContent.EXPORTED_CONTENT_TRAINING)
            .setSplit(response(ended, CreateSplitResponse.class).getSplit().getName());

    assertThat(read(request.build()).text()).isEqualTo(HEADER + "1,10,4.0,100\n2,10,5.0,50\n");
    assertThat(read(request.setContent(ExportedContent.EXPORTED_CONTENT_HELD_OUT).build()).text())
        .isEqualTo(HEADER + "1,20,3.0,200\n2,30,1.0,60\n");
    assertRefused(
        Reason.INVALID_REQUEST,
        "split",
        () -> read(request.setContent(ExportedContent.EXPORTED_CONTENT_RATINGS).build()));
    assertRefused(
        Reason.INVALID_REQUEST,
        "split",
        () -> read(request(version, ExportedContent.EXPORTED_CONTENT_HELD_OUT).build()));
    String other = imported(HEADER + "1,10,4.0,100\n");
    assertRefused(
        Reason.INVALID_REQUEST,
        "split",
        () ->
            read(
                request
                    .setName(other)
                    .setContent(ExportedContent.EXPORTED_CONTENT_TRAINING)
                    .build()));
  }

  @Test
  void sendsParquet() throws Exception {
    String version = imported(HEADER + "1,10,4.0,100\n");
    for (ExportedContent content :
        List.of(
            ExportedContent.EXPORTED_CONTENT_RATINGS, ExportedContent.EXPORTED_CONTENT_REJECTS)) {
      ByteString bytes = export(version, content, ExportFormat.EXPORT_FORMAT_PARQUET).bytes();

      assertThat(bytes.substring(0, 4).toStringUtf8()).isEqualTo("PAR1");
      assertThat(bytes.substring(bytes.size() - 4).toStringUtf8()).isEqualTo("PAR1");
    }
  }

  @Test
  void goesOnAsADownloadOfABlob() throws Exception {
    Export export =
        export(imported(HEADER + "1,10,4.0,100\n"), ExportedContent.EXPORTED_CONTENT_RATINGS);

    assertThat(
            registry()
                .downloadBlob(
                    DownloadBlobRequest.newBuilder()
                        .setSha256(export.header().getSha256())
                        .setOffset(7)
                        .build())
                .next()
                .getChunk())
        .isEqualTo(export.bytes().substring(7));
  }

  @Test
  void refusesWhatIsNotThereAndWhatIsNotSaid() {
    ExportDatasetRequest request =
        request(dataset() + "/versions/1", ExportedContent.EXPORTED_CONTENT_RATINGS).build();

    assertRefused(Reason.DATASET_VERSION_NOT_FOUND, () -> read(request));
    assertRefused(
        Reason.INVALID_REQUEST, "content", () -> read(request.toBuilder().clearContent().build()));
    assertRefused(
        Reason.INVALID_REQUEST, "format", () -> read(request.toBuilder().clearFormat().build()));
  }

  /** Imports ratings; returns the version's name. */
  private String imported(String ratings) throws IOException {
    ByteString bytes = ByteString.copyFromUtf8(ratings);
    UploadDatasetHeader header =
        UploadDatasetHeader.newBuilder()
            .setDataset(dataset())
            .addFiles(Uploads.file("ratings.csv", bytes))
            .setOptions(LENIENT)
            .build();
    DatasetVersion version =
        response(
                ended(Uploads.send(channel, List.of(Uploads.header(header), Uploads.chunk(bytes)))),
                ImportRatingsResponse.class)
            .getDatasetVersion();
    return version.getName();
  }

  private Export export(String version, ExportedContent content) {
    return export(version, content, ExportFormat.EXPORT_FORMAT_CSV);
  }

  private Export export(String version, ExportedContent content, ExportFormat format) {
    Export export = read(request(version, content).setFormat(format).build());
    assertThat(export.header().getSizeBytes()).isEqualTo(export.bytes().size());
    assertThat(export.header().getSha256()).isEqualTo(Sha256.of(export.bytes().toByteArray()));
    return export;
  }

  private static ExportDatasetRequest.Builder request(String version, ExportedContent content) {
    return ExportDatasetRequest.newBuilder()
        .setName(version)
        .setContent(content)
        .setFormat(ExportFormat.EXPORT_FORMAT_CSV);
  }

  private Export read(ExportDatasetRequest request) {
    Iterator<ExportDatasetResponse> parts = datasets().exportDataset(request);
    ExportDatasetHeader header = parts.next().getHeader();
    ByteString bytes = ByteString.EMPTY;
    while (parts.hasNext()) {
      bytes = bytes.concat(parts.next().getChunk());
    }
    return new Export(header, bytes);
  }

  /** What was announced, and what came. */
  private record Export(ExportDatasetHeader header, ByteString bytes) {
    String text() {
      return bytes.toStringUtf8();
    }
  }
}
