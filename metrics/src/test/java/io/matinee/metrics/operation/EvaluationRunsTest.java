package io.matinee.metrics.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Progress;
import io.matinee.metrics.evaluation.PublishedVersion;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.evaluation.Requests;
import io.matinee.metrics.evaluation.Stage;
import io.matinee.metrics.evaluation.VersionEvaluator;
import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.EvaluationRequest;
import io.matinee.metrics.store.OperationFiles;
import io.matinee.metrics.telemetry.EvaluationGauges;
import io.matinee.metrics.telemetry.ShownEvaluation;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.following.CachedSnapshot;
import io.matinee.runtime.following.DamagedReads;
import io.matinee.runtime.operation.FailureReading;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationConfiguration;
import io.matinee.runtime.operation.OperationNames;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.RequestKey;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations as operations, over files and a registry that fails as the test says. */
class EvaluationRunsTest {
  private static final int CONVERTER_PRIORITY = 200;
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(7), ZoneOffset.UTC);
  private static final Optional<RequestKey> ONCE = RequestKey.of("once", "digest");
  private static final OperationConfiguration LIMITS =
      new SmallRyeConfigBuilder()
          .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
          .withConverter(MemorySize.class, CONVERTER_PRIORITY, new MemorySizeConverter())
          .withMapping(OperationConfiguration.class)
          .build()
          .getConfigMapping(OperationConfiguration.class);

  @TempDir Path folder;

  @Test
  void aFailureOutlivesTheProcessAndItsRequestBeginsItAnewUnderItsId() throws Exception {
    MatineeException corrupt =
        MatineeException.of(Reason.BLOB_CORRUPT, "the blob seen is corrupt").with("blob", "seen");
    Operation failed;
    try (Operations operations = open()) {
      failed = begin(operations, () -> corrupt, ONCE);
      assertThat(failed.failure().orElseThrow().details()).containsEntry("blob", "seen");
    }
    try (Operations operations = open()) {
      assertThat(operations.get(failed.id())).isEqualTo(failed);
      Operation again =
          begin(operations, () -> MatineeException.of(Reason.NO_RATINGS, "none"), ONCE);
      assertThat(again.id()).isEqualTo(failed.id());
      assertThat(again.failure().orElseThrow().reason()).isEqualTo(Reason.NO_RATINGS);
    }
  }

  @Test
  void whatWasUnderWayWhenItsProcessDiedIsLost() {
    records().save(active("e-1"));
    try (Operations operations = open()) {
      assertThat(operations.get("e-1").failure().orElseThrow().reason()).isEqualTo(Reason.RUN_LOST);
    }
  }

  @Test
  void aRequestIdThatIsUsedAgainAfterItsOperationWasDeletedIsAnotherEvaluation() throws Exception {
    EvaluationProtocol other =
        new EvaluationProtocol(
            List.of(3), List.of(), List.of(), 4, false, EvaluationProtocol.DEFAULT_RESAMPLES, 0);
    try (Operations operations = open()) {
      Operation first = begin(operations, EvaluationRunsTest::failure, ONCE);
      operations.delete(first.id());
      Operation second =
          begin(
              operations,
              Requests.request(other),
              EvaluationRunsTest::failure,
              RequestKey.of("once", "another digest"));
      assertThat(second.id()).isNotEqualTo(first.id());
      operations.delete(second.id());
      assertThat(begin(operations, EvaluationRunsTest::failure, ONCE).id()).isEqualTo(first.id());
    }
  }

  @Test
  void readingAMappedFileThatBecameShorterIsDamageAndNoBug() throws Exception {
    try (Operations operations = open()) {
      Operation ended = begin(operations, this::readWhatWasCutOff, Optional.empty());
      assertThat(ended.failure().orElseThrow().reason()).isEqualTo(Reason.BLOB_CORRUPT);
    }
  }

  @Test
  void progressIsReadAsItWasKept() {
    Progress half = new Progress(Stage.SCORING, 1, 2);
    assertThat(Progress.parse(half.text())).isEqualTo(half);
  }

  private Operation begin(
      Operations operations, Supplier<RuntimeException> failure, Optional<RequestKey> key)
      throws InterruptedException {
    return begin(operations, Requests.request(), failure, key);
  }

  private Operation begin(
      Operations operations,
      EvaluationRequest request,
      Supplier<RuntimeException> failure,
      Optional<RequestKey> key)
      throws InterruptedException {
    EvaluationWork work =
        new EvaluationWork(
            new VersionEvaluator(new FailingRegistry(failure), CLOCK),
            new NothingKept(),
            new EvaluationGauges(new PrometheusRegistry()));
    String id = new EvaluationRuns(operations, work).begin(request, key).operation().id();
    return operations.await(id, Duration.ofDays(1), new CompletableFuture<>());
  }

  private Operations open() {
    return new Operations(
        OperationNames.ofService("metrics"),
        records(),
        new FailureReading(DamagedReads::explain, () -> {}),
        LIMITS,
        CLOCK);
  }

  private OperationFiles records() {
    return OperationFiles.open(folder.resolve("operations"));
  }

  private static RuntimeException failure() {
    return MatineeException.of(Reason.NO_RATINGS, "none");
  }

  private static Operation active(String id) {
    return new Operation(
        id,
        "evaluate",
        Requests.VERSION,
        Optional.empty(),
        OperationState.ACTIVE,
        Progress.QUEUED.text(),
        "",
        Optional.empty(),
        CLOCK.instant(),
        CLOCK.instant());
  }

  private RuntimeException readWhatWasCutOff() {
    try (Arena arena = Arena.ofConfined();
        FileChannel channel =
            FileChannel.open(
                folder.resolve("blob"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8, arena);
      channel.truncate(0);
      throw new AssertionError("could be read: " + bytes.get(ValueLayout.JAVA_LONG, 0));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record FailingRegistry(Supplier<RuntimeException> failure) implements Registry {
    @Override
    public PublishedVersion find(String name) {
      throw failure.get();
    }

    @Override
    public boolean has(String name) {
      throw failure.get();
    }

    @Override
    public Hold hold(String name, String work) {
      return () -> {};
    }

    @Override
    public CachedSnapshot open(PublishedVersion version) {
      throw failure.get();
    }
  }

  /** What nothing here succeeds to ask for. */
  private record NothingKept() implements KeptEvaluations {
    @Override
    public String attach(Evaluation evaluation) {
      throw new AssertionError("nothing was made");
    }

    @Override
    public ShownEvaluation shown(String result) {
      throw new AssertionError("nothing was made");
    }
  }
}
