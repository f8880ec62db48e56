package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CallFailure;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ListDatasetVersionsRequest;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.proto.trainer.v1.UploadedFile;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to the packaged trainer itself, and to its imports. */
@Tag("external")
class TrainerTroubleTest {
  private static final ByteString UNFINISHED = ByteString.copyFromUtf8("userId\n");
  private static final String DIGEST_OF_UNFINISHED =
      "75c59cac2ae23a8b0898910d955b37c559143ea90d6beab8ebe314eea175063b";

  private static final long PATIENCE_SECONDS = 60;

  /** The shell makes a disk of 8 MB of the folder $0, which the trainer alone sees. */
  private static final String ON_A_SMALL_DISK =
      "mount -t tmpfs -o size=8m tmpfs \"$0\" && exec \"$@\"";

  @TempDir Path folder;
  private SuiteHome home;
  private Ports ports;

  @SuppressWarnings("NullAway.Init") // Set by each test.
  private PackagedService service;

  private PackagedTrainer trainer;

  @BeforeEach
  void prepare() throws Exception {
    home = new SuiteHome(folder.resolve("home"));
    ports = FreePorts.find();
    trainer = new PackagedTrainer(home, ports);
  }

  @AfterEach
  void stop() {
    trainer.close();
    service.close();
  }

  @Test
  void aSecondTrainerOnTheSameHomeIsRefusedInOneLine() throws Exception {
    start();
    try (PackagedService second =
        PackagedService.launch(List.of(), Service.TRAINER, home, FreePorts.find(), Map.of())) {
      List<String> said = second.awaitRefusal();

      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(said)
          .filteredOn(line -> !line.startsWith("WARNING: Using incubator modules"))
          .containsExactly(
              "Another trainer (process %d) uses %s; stop it, or set MATINEE_TRAINER_HOME to another folder."
                  .formatted(service.process().pid(), home.state(Service.TRAINER)));
    }
    trainer.importSmallDataset();
  }

  @Test
  void aTrainerWhoseHomeWasTakenOverEndsWhileItHasNothingToDo() throws Exception {
    start(Map.of("MATINEE_TRAINER_OWNERSHIP_CHECK", "100ms"));
    Files.delete(home.state(Service.TRAINER).resolve("trainer.lock"));
    try (PackagedService second =
        PackagedService.start(Service.TRAINER, home, FreePorts.find(), Map.of())) {
      assertThat(service.awaitEnd()).isEqualTo(3);
      assertThat(second.process().isAlive()).isTrue();
    }
  }

  @Test
  void aTrainerWhoseHomeWasTakenOverWritesNothingMoreAndEnds() throws Exception {
    start(Map.of("MATINEE_TRAINER_OWNERSHIP_CHECK", "1h"));
    trainer.importSmallDataset();
    Files.delete(home.state(Service.TRAINER).resolve("trainer.lock"));
    Ports others = FreePorts.find();
    try (PackagedService second = PackagedService.start(Service.TRAINER, home, others, Map.of());
        PackagedTrainer takenOver = new PackagedTrainer(home, others)) {
      assertShuttingDown(trainer::beginShortRun);

      assertThat(service.awaitEnd()).isEqualTo(3);
      Operation run = takenOver.ended(takenOver.beginShortRun());
      assertThat(run.getError().getMessage()).isEmpty();
      assertThat(second.process().isAlive()).isTrue();
    }
  }

  @Test
  void aTrainerThatIsToldToStopAnswersWhatIsInFlightAndTurnsNewCallsAway() throws Exception {
    start();
    trainer.importSmallDataset();
    Operation run = trainer.beginEndlessRun();
    trainer.awaitTraining(run);
    List<ProcessHandle> workers = service.process().descendants().toList();
    ManagedChannel channel = trainer.channel();
    UploadAnswer answer = new UploadAnswer();
    StreamObserver<UploadDatasetRequest> upload =
        DatasetServiceGrpc.newStub(channel).uploadDataset(answer);
    upload.onNext(
        UploadDatasetRequest.newBuilder()
            .setHeader(
                UploadDatasetHeader.newBuilder()
                    .setDataset(PackagedTrainer.DATASET)
                    .addFiles(
                        UploadedFile.newBuilder()
                            .setName("ratings.csv")
                            .setSizeBytes(UNFINISHED.size())
                            .setSha256(DIGEST_OF_UNFINISHED)))
            .build());
    ListenableFuture<Operation> waiting =
        OperationsGrpc.newFutureStub(channel)
            .waitOperation(WaitOperationRequest.newBuilder().setName(run.getName()).build());
    Iterator<WatchAliasResponse> watch =
        trainer
            .clients()
            .registry()
            .watchAlias(
                WatchAliasRequest.newBuilder()
                    .setName(PackagedTrainer.MODEL + "/aliases/production")
                    .build());
    watch.next();

    service.terminate();

    assertThat(PackagedTrainer.reason(waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS)))
        .isEqualTo("RUN_LOST");
    assertShuttingDown(() -> watch.forEachRemaining(message -> {}));
    assertThatThrownBy(trainer::versions)
        .extracting(failure -> Status.fromThrowable(failure).getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    upload.onNext(UploadDatasetRequest.newBuilder().setChunk(UNFINISHED).build());
    upload.onCompleted();
    assertThat(answer.ended)
        .failsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .asInstanceOf(InstanceOfAssertFactories.type(StatusRuntimeException.class))
        .extracting(failure -> CallFailure.of(failure).reason())
        .isEqualTo("SHUTTING_DOWN");
    service.awaitEnd();
    assertThat(workers).hasSize(1).noneMatch(ProcessHandle::isAlive);
    assertThat(trainer.staging()).isEmptyDirectory();
  }

  @Test
  void aCancelledImportLeavesNothing() throws Exception {
    start();
    Path file = RatingsFile.write(home.data().resolve("large.csv"), 2_000, 2_000, 1);
    Operation running = trainer.begin(PackagedTrainer.DATASET, file);
    trainer.awaitNews(
        running,
        ImportRatingsMetadata.class,
        news -> news.getStage() == ImportRatingsMetadata.Stage.STAGE_READING);

    trainer.cancel(running);

    assertThat(PackagedTrainer.reason(trainer.ended(running))).isEqualTo("CANCELLED");
    trainer.awaitEmptyStaging();
    assertThat(datasetVersions()).isZero();
    trainer.importSmallDataset();
    assertThat(datasetVersions()).isEqualTo(1);
  }

  @Test
  void anImportThatFillsTheDiskFailsAloneAndLeavesNothing() throws Exception {
    Path state = home.state(Service.TRAINER);
    service =
        PackagedService.launch(
            List.of("unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, state.toString()),
            Service.TRAINER,
            home,
            ports,
            Map.of());
    service.awaitStart();
    Path file = RatingsFile.write(home.data().resolve("large.csv"), 1_000, 1_500, 1);

    Operation ended = trainer.ended(trainer.begin(PackagedTrainer.DATASET, file));

    assertThat(PackagedTrainer.reason(ended)).isEqualTo("STORAGE_FULL");
    assertThat(ended.getError().getMessage()).contains("disk is full");
    assertThat(datasetVersions()).isZero();
    trainer.importSmallDataset();
    assertThat(datasetVersions()).isEqualTo(1);
  }

  private void start() throws Exception {
    start(Map.of());
  }

  private void start(Map<String, String> settings) throws Exception {
    service = PackagedService.start(Service.TRAINER, home, ports, settings);
  }

  private int datasetVersions() {
    return trainer
        .clients()
        .datasets()
        .listDatasetVersions(
            ListDatasetVersionsRequest.newBuilder().setDataset(PackagedTrainer.DATASET).build())
        .getDatasetVersionsCount();
  }

  private static void assertShuttingDown(Runnable call) {
    StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(CallFailure.of(failure).reason()).as(failure.toString()).isEqualTo("SHUTTING_DOWN");
  }

  /** The answer to an upload. */
  private static final class UploadAnswer implements StreamObserver<Operation> {
    private final CompletableFuture<Operation> ended = new CompletableFuture<>();

    @Override
    public void onNext(Operation operation) {
      ended.complete(operation);
    }

    @Override
    public void onError(Throwable failure) {
      ended.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      // One answer is all there is.
    }
  }
}
