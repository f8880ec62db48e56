package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import com.google.rpc.ErrorInfo;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.QueryUploadRequest;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.proto.trainer.v1.UploadedFile;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.TrainerHome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
class UploadApiTest extends RunningTrainer {
  private static final ByteString RATINGS =
      ByteString.copyFromUtf8(
          "userId,movieId,rating,timestamp\n1,10,4.0,100\n1,20,2.0,200\n2,10,5.0,300\n");
  private static final ByteString MOVIES =
      ByteString.copyFromUtf8(
          "movieId,title,genres\n10,Heat (1995),Crime\n20,Alien (1979),Horror\n");

  @Inject TrainerHome home;

  @AfterEach
  void nothingIsLeftOfAnyUpload() {
    assertThat(home.staging()).isEmptyDirectory();
  }

  @Test
  void takesTheFilesOfAFolderInChunksThatGoOnFromOneToTheNext() throws Exception {
    List<UploadDatasetRequest> parts = new ArrayList<>();
    parts.add(
        Uploads.header(
            header(
                    dataset(),
                    Uploads.file("Ratings.csv", RATINGS),
                    Uploads.file("movies.csv", MOVIES))
                .setSource("my films")
                .build()));
    ByteString all = RATINGS.concat(MOVIES);
    for (int from = 0; from < all.size(); from += 7) {
      parts.add(Uploads.chunk(all.substring(from, Math.min(all.size(), from + 7))));
    }

    DatasetVersion version = version(ended(Uploads.send(channel, parts)));

    assertThat(version.getSource()).isEqualTo("my films");
    assertThat(version.getCounts().getRatings()).isEqualTo(3);
    assertThat(
            datasets()
                .describeDataset(
                    DescribeDatasetRequest.newBuilder().setName(version.getName()).build())
                .getMostRated(0)
                .getTitle())
        .isEqualTo("Heat");
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", "a b.csv", "\u6620\u753b.csv", "x'); DROP--.csv"})
  void keepsAFileUnderANameOfItsOwnAndTellsTheCallers(String name) throws Exception {
    Operation ended = ended(Uploads.send(channel, dataset(), name));
    if (ended.hasResponse()) {
      assertThat(version(ended).getSource()).isEqualTo(name);
      assertThat(version(ended).getCounts().getRatings()).isEqualTo(1);
    } else {
      assertThat(reason(ended)).isEqualTo(Reason.IMPORT_UNREADABLE.name());
    }
  }

  @Test
  void failsTheImportOfAnEmptyFile() throws Exception {
    UploadDatasetRequest empty =
        Uploads.header(dataset(), Uploads.file("ratings.csv", ByteString.EMPTY));
    assertThat(reason(ended(Uploads.send(channel, List.of(empty)))))
        .isEqualTo(Reason.IMPORT_UNREADABLE.name());
  }

  @Test
  void refusesPartsOutOfOrder() {
    assertRefused(
        Reason.INVALID_REQUEST,
        "header",
        () -> Uploads.send(channel, List.of(Uploads.chunk(RATINGS))));
    assertRefused(Reason.INVALID_REQUEST, "header", () -> Uploads.send(channel, List.of()));
    UploadDatasetRequest header = Uploads.header(dataset(), Uploads.file("a.csv", RATINGS));
    assertRefused(
        Reason.INVALID_REQUEST, "header", () -> Uploads.send(channel, List.of(header, header)));
  }

  static Stream<Arguments> uselessFiles() {
    UploadedFile ratings = Uploads.file("ratings.csv", RATINGS);
    return Stream.of(
        argumentSet("a name twice", List.of(ratings, ratings)),
        argumentSet(
            "twice but for capitals", List.of(ratings, Uploads.file("RATINGS.csv", RATINGS))),
        argumentSet("a file of no use", List.of(ratings, Uploads.file("README.txt", RATINGS))));
  }

  @ParameterizedTest
  @MethodSource("uselessFiles")
  void refusesFilesThatAreOfNoUseByTheirHeader(List<UploadedFile> files) {
    assertRefused(
        Reason.INVALID_REQUEST,
        "header.files[1].name",
        () ->
            Uploads.begin(channel, Uploads.header(dataset(), files.toArray(UploadedFile[]::new))));
  }

  @Test
  void refusesWhatIsTooLargeByItsHeader() {
    UploadedFile large =
        Uploads.file("ratings.csv", RATINGS).toBuilder().setSizeBytes(50_000_001).build();
    StatusRuntimeException refusal =
        assertRefused(
            Reason.IMPORT_UNREADABLE,
            () -> Uploads.begin(channel, Uploads.header(dataset(), large)));
    assertThat(refusal).hasMessageContaining("more than 50,000,000 bytes");
  }

  static Stream<Arguments> otherBytes() {
    String size = Integer.toString(RATINGS.size());
    return Stream.of(
        argumentSet("fewer", RATINGS.substring(1), size),
        argumentSet("none", ByteString.EMPTY, size),
        argumentSet("more", RATINGS.concat(RATINGS), size),
        argumentSet(
            "others",
            RATINGS.substring(1).concat(ByteString.copyFromUtf8("\n")),
            Uploads.file("ratings.csv", RATINGS).getSha256()));
  }

  @ParameterizedTest
  @MethodSource("otherBytes")
  void refusesOtherBytesThanItsHeaderAnnounces(ByteString bytes, String expected) throws Exception {
    List<UploadDatasetRequest> parts = new ArrayList<>();
    parts.add(Uploads.header(dataset(), Uploads.file("ratings.csv", RATINGS)));
    if (!bytes.isEmpty()) {
      parts.add(Uploads.chunk(bytes));
    }
    StatusRuntimeException refusal =
        assertRefused(Reason.UPLOAD_CORRUPT, () -> Uploads.send(channel, parts));
    assertThat(ErrorStatus.info(refusal).map(ErrorInfo::getMetadataMap).orElseThrow())
        .containsEntry("file", "ratings.csv")
        .containsEntry("expected", expected);
  }

  @Test
  void answersARepeatedRequestByItsHeaderAlone() throws Exception {
    UploadDatasetHeader header =
        header(dataset(), Uploads.file("ratings.csv", RATINGS))
            .setRequestId(UUID.randomUUID().toString())
            .build();
    Operation first =
        ended(Uploads.send(channel, List.of(Uploads.header(header), Uploads.chunk(RATINGS))));

    assertThat(Uploads.begin(channel, Uploads.header(header))).isEqualTo(first);

    List<UploadDatasetRequest> parts = new ArrayList<>(List.of(Uploads.header(header)));
    for (int i = 0; i < 50; i++) {
      parts.add(Uploads.chunk(ByteString.copyFrom(new byte[1 << 20])));
    }
    assertThat(Uploads.send(channel, parts)).isEqualTo(first);
  }

  @Test
  void goesOnWithAnUploadWhoseConnectionBroke() throws Exception {
    UploadDatasetHeader header =
        header(dataset(), Uploads.file("ratings.csv", RATINGS))
            .setRequestId(UUID.randomUUID().toString())
            .build();
    assertThat(received(header)).isZero();
    Context.CancellableContext connection = Context.current().withCancellation();
    connection.run(
        () -> {
          var upload = Uploads.open(channel);
          upload.onNext(Uploads.header(header));
          upload.onNext(Uploads.chunk(RATINGS.substring(0, 40)));
        });
    while (received(header) < 40) {
      Thread.onSpinWait();
    }
    connection.cancel(null);

    assertRefused(
        Reason.INVALID_REQUEST,
        "header.offset_bytes",
        () ->
            Uploads.begin(channel, Uploads.header(header.toBuilder().setOffsetBytes(41).build())));
    List<UploadDatasetRequest> rest =
        List.of(
            Uploads.header(header.toBuilder().setOffsetBytes(40).build()),
            Uploads.chunk(RATINGS.substring(40)));
    Operation ended = ended(Uploads.send(channel, rest));

    assertThat(version(ended).getCounts().getRatings()).isEqualTo(3);
    assertThat(Uploads.begin(channel, Uploads.header(header))).isEqualTo(ended);
  }

  private long received(UploadDatasetHeader header) {
    return datasets()
        .queryUpload(
            QueryUploadRequest.newBuilder()
                .setDataset(header.getDataset())
                .setRequestId(header.getRequestId())
                .build())
        .getReceivedBytes();
  }

  @Test
  void refusesARequestIdThatBeganAnotherUpload() throws Exception {
    UploadDatasetHeader.Builder header =
        header(dataset(), Uploads.file("ratings.csv", RATINGS))
            .setRequestId(UUID.randomUUID().toString());
    ended(Uploads.send(channel, List.of(Uploads.header(header.build()), Uploads.chunk(RATINGS))));

    header.setFiles(0, Uploads.file("ratings.csv", MOVIES));

    assertRefused(
        Reason.REQUEST_ID_REUSED,
        "request_id",
        () -> Uploads.begin(channel, Uploads.header(header.build())));
  }

  @Test
  void tellsTheRequestsOfImportsAndUploadsApart() throws Exception {
    Path file = folder.resolve("ratings.csv");
    Files.write(file, RATINGS.toByteArray());
    ImportRatingsRequest.Builder read =
        ImportRatingsRequest.newBuilder().setUri(file.toUri().toString());
    for (boolean readsFirst : List.of(true, false)) {
      String id = UUID.randomUUID().toString();
      String dataset = dataset();
      UploadDatasetRequest header =
          Uploads.header(
              header(dataset, Uploads.file("ratings.csv", RATINGS)).setRequestId(id).build());
      Runnable reading =
          () -> ended(datasets().importRatings(read.setDataset(dataset).setRequestId(id).build()));
      Runnable uploading =
          () -> ended(Uploads.send(channel, List.of(header, Uploads.chunk(RATINGS))));

      (readsFirst ? reading : uploading).run();

      assertRefused(Reason.REQUEST_ID_REUSED, "request_id", readsFirst ? uploading : reading);
    }
  }

  @Test
  void refusesOptionsThatAreNoneByTheHeader() {
    UploadDatasetHeader header =
        header(dataset(), Uploads.file("ratings.csv", RATINGS))
            .setOptions(
                ImportOptions.newBuilder()
                    .setScale(
                        io.matinee.proto.model.v1.RatingScale.newBuilder()
                            .setMinimum(5)
                            .setMaximum(1)
                            .setStep(1)))
            .build();
    assertRefused(
        Reason.INVALID_REQUEST,
        "header.options.scale",
        () -> Uploads.begin(channel, Uploads.header(header)));
  }

  @Test
  void takesSixteenUploadsAtOnceAndNoMoreUntilOneHasEnded() throws Exception {
    UploadDatasetRequest header = Uploads.header(dataset(), Uploads.file("ratings.csv", RATINGS));
    List<Context.CancellableContext> open = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Context.CancellableContext context = Context.current().withCancellation();
      open.add(context);
      context.run(() -> Uploads.open(channel).onNext(header));
    }
    awaitStaged(16);
    assertRefused(Reason.QUEUE_FULL, () -> Uploads.begin(channel, header));
    open.forEach(context -> context.cancel(null));
    awaitStaged(0);
    ended(Uploads.send(channel, List.of(header, Uploads.chunk(RATINGS))));
  }

  private void awaitStaged(int uploads) throws IOException {
    while (new Staging(home.staging()).folders().size() != uploads) {
      Thread.onSpinWait();
    }
  }

  private static UploadDatasetHeader.Builder header(String dataset, UploadedFile... files) {
    return UploadDatasetHeader.newBuilder().setDataset(dataset).addAllFiles(List.of(files));
  }

  private static DatasetVersion version(Operation ended) throws IOException {
    return response(ended, ImportRatingsResponse.class).getDatasetVersion();
  }
}
