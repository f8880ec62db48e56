package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.NameResolverRegistry;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.cli.connection.Service;
import io.matinee.cli.contract.ContractFiles;
import io.matinee.cli.contract.ServiceConfig;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.trainer.v1.SetAliasRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restarts of packaged replicas under load, of a client with the service config of the contracts.
 */
@Tag("external")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollingRestartTest {
  private static final String SERVICE = RecommendationServiceGrpc.SERVICE_NAME;
  private static final int RESTARTS =
      Integer.parseInt(System.getenv().getOrDefault("MATINEE_TEST_RESTARTS", "2"));
  private static final int CALLERS = 8;
  private static final long PATIENCE_SECONDS = 60;

  private final List<AutoCloseable> open = new ArrayList<>();
  private Path folder;
  private Ports trainerPorts;

  @BeforeAll
  void publishAVersion(@TempDir Path temporary) throws Exception {
    folder = temporary;
    ContractFiles.write(folder.resolve("protos"));
    NameResolverRegistry.getDefaultRegistry().register(new Replicas());
    SuiteHome home = new SuiteHome(folder.resolve("home"));
    trainerPorts = FreePorts.find();
    open.add(PackagedService.start(Service.TRAINER, home, trainerPorts, Map.of()));
    PackagedTrainer trainer = new PackagedTrainer(home, trainerPorts);
    open.add(trainer);
    trainer.importSmallDataset();
    assertThat(trainer.ended(trainer.beginShortRun()).getError().getMessage()).isEmpty();
    trainer
        .clients()
        .registry()
        .setAlias(
            SetAliasRequest.newBuilder()
                .setName(PackagedTrainer.MODEL + "/aliases/production")
                .setModelVersion(trainer.versions().getFirst().getName())
                .setEtag("*")
                .build());
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void noCallFailsWhileOneOfTwoReplicasAfterTheOtherIsRestarted(TestReporter reporter)
      throws Exception {
    restartUnderLoad(List.of(new Replica("first"), new Replica("second")), reporter);
  }

  @Test
  void callsWaitForAReplicaThatIsAlone(TestReporter reporter) throws Exception {
    restartUnderLoad(List.of(new Replica("alone")), reporter);
  }

  private void restartUnderLoad(List<Replica> replicas, TestReporter reporter) throws Exception {
    for (Replica replica : replicas) {
      replica.start();
    }
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(
                Replicas.target(replicas.stream().map(Replica::port).toList()))
            .usePlaintext()
            .defaultServiceConfig(
                ServiceConfig.forChannel(
                    Files.readString(folder.resolve("protos/service-config/" + SERVICE + ".json"))))
            .build();
    try (Load load = new Load(channel)) {
      for (int restart = 0; restart < RESTARTS; restart++) {
        replicas.get(restart % replicas.size()).restart();
        load.awaitAnswer();
      }
      load.close();
      reporter.publishEntry(
          "restarts of one of " + replicas.size(),
          "%d, %d calls answered, %d failed"
              .formatted(RESTARTS, load.answered.get(), load.failures.size()));
      assertThat(load.failures).isEmpty();
      assertThat(load.answered.get()).isPositive();
    } finally {
      channel.shutdownNow();
      replicas.forEach(Replica::stop);
    }
  }

  /** Callers that call one after another until they are told to stop. */
  private static final class Load implements AutoCloseable {
    private final AtomicLong answered = new AtomicLong();
    private final Semaphore answers = new Semaphore(0);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean ended;

    Load(ManagedChannel channel) {
      for (int caller = 0; caller < CALLERS; caller++) {
        callers.add(Thread.ofPlatform().start(() -> call(channel)));
      }
    }

    /**
     * Waits until a call that begins from now on is answered: who restarts replicas first sees the
     * last one serve, and a channel that again and again found nobody tries ever more rarely.
     */
    void awaitAnswer() throws InterruptedException {
      answers.drainPermits();
      assertThat(answers.tryAcquire(CALLERS + 1, PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("answers after a restart, beside %s", failures)
          .isTrue();
    }

    private void call(ManagedChannel channel) {
      RecommendRequest request = RecommendRequest.newBuilder().setUserId("1").build();
      while (!ended) {
        try {
          var _ = RecommendationServiceGrpc.newBlockingStub(channel).recommend(request);
          answered.incrementAndGet();
          answers.release();
        } catch (StatusRuntimeException failure) {
          failures.add(failure);
        }
      }
    }

    @Override
    public void close() throws InterruptedException {
      ended = true;
      for (Thread caller : callers) {
        caller.join();
      }
    }
  }

  /** A serving of its own cache. */
  private final class Replica {
    private final SuiteHome home;
    private final Ports ports;

    @SuppressWarnings("NullAway.Init") // Set by the start.
    private PackagedService service;

    Replica(String name) throws IOException {
      home = new SuiteHome(folder.resolve(name));
      ports = FreePorts.find();
    }

    int port() {
      return ports.grpc(Service.SERVING);
    }

    void start() throws Exception {
      service =
          PackagedService.start(
              Service.SERVING,
              home,
              ports,
              Map.of(
                  "MATINEE_REGISTRY_PORT", Integer.toString(trainerPorts.grpc(Service.TRAINER))));
      awaitServing();
    }

    void restart() throws Exception {
      service.terminate();
      assertThat(service.awaitEnd()).isIn(0, 143);
      start();
    }

    void stop() {
      service.close();
    }

    private void awaitServing() {
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", port()).usePlaintext().build();
      try {
        var statuses =
            HealthGrpc.newBlockingStub(channel)
                .withDeadlineAfter(60, TimeUnit.SECONDS)
                .watch(HealthCheckRequest.newBuilder().setService(SERVICE).build());
        while (statuses.next().getStatus() != ServingStatus.SERVING) {
          // The next status follows.
        }
      } finally {
        channel.shutdownNow();
      }
    }
  }
}
