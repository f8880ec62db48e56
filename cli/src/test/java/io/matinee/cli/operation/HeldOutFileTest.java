package io.matinee.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.output.Console;
import io.matinee.cli.testing.KeptDatasets;
import io.matinee.cli.testing.LocalServer;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.CreateSplitResponse;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionResponse;
import io.matinee.proto.trainer.v1.GetSplitRequest;
import io.matinee.proto.trainer.v1.GetSplitResponse;
import io.matinee.proto.trainer.v1.ImportNote;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.RatingsColumn;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitServiceGrpc;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits of files, made by a server on a socket. */
class HeldOutFileTest {
  private static final String FILMS = "datasets/films";
  private static final String OWN = "datasets/films-test";
  private static final String SPLIT = "datasets/films/splits/test";

  private final Imported datasets = new Imported();
  private final Map<String, Split> splits = new ConcurrentHashMap<>();

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private LocalServer server;

  private volatile boolean refuses;

  private final StringWriter told = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start(Service.TRAINER, datasets, new Splits());
    datasets.put(FILMS, FILMS + "/versions/1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isImportedAsADataSetOfItsOwn() throws IOException {
    Split made = make();

    assertThat(made.getName()).isEqualTo(SPLIT);
    assertThat(made.getRule().getRatingsOf()).isEqualTo(OWN + "/versions/1");
    assertThat(datasets.all()).containsOnlyKeys(FILMS, OWN);
  }

  @Test
  void isReadAsIsSaidOnTheScaleBesideWhichItIsHeldOut() throws IOException {
    datasets.newest =
        DatasetVersion.newBuilder().setScale(RatingScale.newBuilder().setMaximum(10)).build();
    ImportOptions columns =
        ImportOptions.newBuilder().addColumns(RatingsColumn.RATINGS_COLUMN_MOVIE).build();

    make(columns);
    assertThat(datasets.options)
        .isEqualTo(columns.toBuilder().setScale(datasets.newest.getScale()).build());

    splits.clear();
    datasets.all().remove(OWN);
    ImportOptions scaled =
        ImportOptions.newBuilder().setScale(RatingScale.newBuilder().setMaximum(5)).build();
    make(scaled);
    assertThat(datasets.options).isEqualTo(scaled);
  }

  @Test
  void isReadAsWatchesBesideWatches() throws IOException {
    datasets.newest = DatasetVersion.newBuilder().setEventKind(EventKind.EVENT_KIND_WATCH).build();

    make();

    assertThat(datasets.options)
        .isEqualTo(ImportOptions.newBuilder().setEventKind(EventKind.EVENT_KIND_WATCH).build());
  }

  @Test
  void tellsWhatItsImportNoticed() throws IOException {
    make();

    assertThat(told.toString())
        .contains("Imported " + OWN + "/versions/1", "note: test.csv: ratings were not read");
  }

  @Test
  void isNotImportedIntoADataSetThatIsThere() {
    datasets.put(OWN, OWN + "/versions/7");

    assertThatThrownBy(this::make)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(OWN + ", which is there already");

    assertThat(version(OWN)).isEqualTo(OWN + "/versions/7");
    assertThat(splits).isEmpty();
  }

  @Test
  void isNotImportedForASplitThatIsThere() {
    splits.put(SPLIT, Split.newBuilder().setName(SPLIT).build());

    assertThatThrownBy(this::make)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(SPLIT + " is there already");

    assertThat(datasets.all()).containsOnlyKeys(FILMS);
  }

  @Test
  void goesWithASplitThatIsRefused() {
    refuses = true;

    assertThatThrownBy(this::make)
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("holds out everything");

    assertThat(datasets.all()).containsOnlyKeys(FILMS);
  }

  @Test
  void needsRatingsBesideWhichItIsHeldOut() {
    datasets.put(FILMS, "");

    assertThatThrownBy(this::make)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(FILMS + " has no version; ./matinee import FILE --dataset films");

    assertThat(datasets.all()).containsOnlyKeys(FILMS);
  }

  private Split make() throws IOException {
    return make(ImportOptions.getDefaultInstance());
  }

  private Split make(ImportOptions reading) throws IOException {
    Path file = Files.writeString(folder.resolve("test.csv"), "userId,movieId,rating\n1,5,4.0\n");
    PrintWriter err = new PrintWriter(told);
    return new HeldOutFile(new Clients(server.connection()), new Console(err, err, false, false))
        .make(
            LocalFiles.at(file.toString(), Optional.empty()),
            reading,
            CreateSplitRequest.newBuilder().setDataset(FILMS).setSplitId("test").build());
  }

  private String version(String name) {
    return datasets.all().getOrDefault(name, Dataset.getDefaultInstance()).getLatestVersion();
  }

  /** Imports everything as the first version. */
  private static final class Imported extends KeptDatasets {
    private volatile DatasetVersion newest = DatasetVersion.getDefaultInstance();
    private volatile ImportOptions options = ImportOptions.getDefaultInstance();

    @Override
    public void getDatasetVersion(
        GetDatasetVersionRequest request, StreamObserver<GetDatasetVersionResponse> reply) {
      if (request.getName().isEmpty()) {
        reply.onError(Status.INVALID_ARGUMENT.asRuntimeException());
        return;
      }
      reply.onNext(GetDatasetVersionResponse.newBuilder().setDatasetVersion(newest).build());
      reply.onCompleted();
    }

    @Override
    public StreamObserver<UploadDatasetRequest> uploadDataset(StreamObserver<Operation> reply) {
      return new StreamObserver<>() {
        private String dataset = "";

        @Override
        public void onNext(UploadDatasetRequest part) {
          if (part.hasHeader()) {
            dataset = part.getHeader().getDataset();
            options = part.getHeader().getOptions();
          }
        }

        @Override
        public void onError(Throwable failure) {
          // The sender has given up.
        }

        @Override
        public void onCompleted() {
          String version = dataset + "/versions/1";
          put(dataset, version);
          ImportRatingsResponse response =
              ImportRatingsResponse.newBuilder()
                  .setDatasetVersion(
                      DatasetVersion.newBuilder()
                          .setName(version)
                          .addNotes(
                              ImportNote.newBuilder()
                                  .setFile("test.csv")
                                  .setText("ratings were not read")))
                  .build();
          reply.onNext(
              Operation.newBuilder().setDone(true).setResponse(Any.pack(response)).build());
          reply.onCompleted();
        }
      };
    }
  }

  /** Keeps splits, unless it refuses them. */
  private final class Splits extends SplitServiceGrpc.SplitServiceImplBase {
    @Override
    public void getSplit(GetSplitRequest request, StreamObserver<GetSplitResponse> reply) {
      Split found = splits.get(request.getName());
      if (found == null) {
        reply.onError(Status.NOT_FOUND.asRuntimeException());
        return;
      }
      reply.onNext(GetSplitResponse.newBuilder().setSplit(found).build());
      reply.onCompleted();
    }

    @Override
    public void createSplit(CreateSplitRequest request, StreamObserver<Operation> reply) {
      if (refuses) {
        reply.onError(
            Status.FAILED_PRECONDITION
                .withDescription("it holds out everything")
                .asRuntimeException());
        return;
      }
      Split made =
          Split.newBuilder()
              .setName(request.getDataset() + "/splits/" + request.getSplitId())
              .setRule(request.getRule())
              .build();
      splits.put(made.getName(), made);
      CreateSplitResponse response = CreateSplitResponse.newBuilder().setSplit(made).build();
      reply.onNext(Operation.newBuilder().setDone(true).setResponse(Any.pack(response)).build());
      reply.onCompleted();
    }
  }
}
