package io.matinee.bench.suite;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.LogTail;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.ServiceCommand;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One service alone, the trainer away: what it answers comes from its cache. */
public final class LoneService implements AutoCloseable {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(180);
  private static final int LOG_LINES = 15;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Process process;
  private final int port;
  private final double secondsToReady;

  private LoneService(Process process, int port, double secondsToReady) {
    this.process = process;
    this.port = port;
    this.secondsToReady = secondsToReady;
  }

  /** Starts a service and waits until its gRPC health of {@code health} says SERVING. */
  public static LoneService start(Path root, SuiteHome home, Service service, String health)
      throws IOException, InterruptedException {
    return start(root, home, FreePorts.forSuite(), service, health);
  }

  /**
   * Returns the same on given ports, behind what its log holds already: services of the same ports
   * find one another.
   */
  static LoneService start(Path root, SuiteHome home, Ports ports, Service service, String health)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ServiceCommand(root, home, ports)
            .process(service)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(service).toFile()));
    long start = System.nanoTime();
    Process process = OwnedProcess.start(builder);
    try {
      awaitServing(process, ports.grpc(service), health, start);
    } catch (IOException failed) {
      process.destroyForcibly().waitFor();
      String tail = String.join("\n  ", LogTail.of(home.log(service), LOG_LINES));
      throw new IOException(service.id() + " is not ready: " + tail, failed);
    }
    return new LoneService(process, ports.grpc(service), (System.nanoTime() - start) / 1e9);
  }

  /** Returns the process. */
  ProcessHandle process() {
    return process.toHandle();
  }

  /** Returns the gRPC port on loopback. */
  public int port() {
    return port;
  }

  /** Seconds from the start of the process until it was ready. */
  public double secondsToReady() {
    return secondsToReady;
  }

  /** Seconds of all cores that the process has taken; what it waits for one does not count. */
  public double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** Returns the resident memory, in MiB, as Linux tells it. */
  public double residentMebibytes() throws IOException {
    return memory(process.pid(), "VmRSS:");
  }

  /** Returns the resident memory without mapped files, in MiB, as Linux tells it. */
  public double anonymousMebibytes() throws IOException {
    return memory(process.pid(), "RssAnon:");
  }

  /**
   * Returns the most resident memory of any process that this one has started and that lives, in
   * MiB.
   */
  public double peakMebibytesOfWorkers() {
    return process.children().mapToDouble(LoneService::peakMebibytes).max().orElse(0);
  }

  /**
   * Returns the most resident memory since the start, mapped files too, in MiB, as Linux tells it.
   */
  public double peakMebibytes() throws IOException {
    return memory(process.pid(), "VmHWM:");
  }

  @Override
  public void close() {
    OwnedProcess.end(process);
  }

  private static double peakMebibytes(ProcessHandle worker) {
    try {
      return memory(worker.pid(), "VmHWM:");
    } catch (IOException ended) {
      return 0;
    }
  }

  private static double memory(long pid, String field) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(field))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow(() -> new IOException("no " + field + " in " + status));
  }

  private static void awaitServing(Process process, int port, String health, long start)
      throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      while (!serving(channel, health)) {
        if (!process.isAlive() || System.nanoTime() - start > LIMIT_NANOS) {
          throw new IOException("the service did not become ready");
        }
        channel.resetConnectBackoff();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } finally {
      channel.shutdownNow();
    }
  }

  private static boolean serving(ManagedChannel channel, String health) {
    try {
      return HealthGrpc.newBlockingStub(channel)
              .withDeadlineAfter(1, TimeUnit.SECONDS)
              .check(HealthCheckRequest.newBuilder().setService(health).build())
              .getStatus()
          == ServingStatus.SERVING;
    } catch (StatusRuntimeException away) {
      return false;
    }
  }
}
