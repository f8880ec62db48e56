package io.matinee.bench;

import io.grpc.MethodDescriptor;
import io.matinee.bench.load.EmptyUnaryServer;
import io.matinee.bench.load.UnaryLoad;
import io.matinee.bench.suite.FreePorts;
import io.matinee.bench.suite.LoneService;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Recommend beside an empty unary call with the same reply size, client and server here. */
final class RecommendBenchmark implements Benchmark {
  private static final int CALLERS = 16;
  private static final int USERS = 671;
  private static final int ROUNDS = 3;
  private static final double SECONDS = 6;
  private static final MethodDescriptor<byte[], byte[]> RECOMMEND =
      UnaryLoad.method(RecommendationServiceGrpc.getRecommendMethod().getFullMethodName());

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String description() {
    return "calls/s of Recommend, 16 callers, MovieLens 2016, beside an empty call; p99 at half (median of 3)";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    SuiteHome home = workplace.preparedHome().home();
    try (LoneService serving = LoneService.start(workplace.root(), home, Service.SERVING, "");
        UnaryLoad recommend =
            new UnaryLoad(serving.port(), RECOMMEND, RecommendBenchmark::request)) {
      int replyBytes = recommend.callOnce().length;
      int port = FreePorts.one();
      Process empty = startEmpty(port, replyBytes);
      try (UnaryLoad nothing =
          new UnaryLoad(port, EmptyUnaryServer.METHOD, RecommendBenchmark::request)) {
        return compare(recommend, nothing, replyBytes, serving);
      } finally {
        empty.destroy();
        empty.waitFor();
      }
    }
  }

  private static List<Figure> compare(
      UnaryLoad recommend, UnaryLoad nothing, int replyBytes, LoneService serving)
      throws InterruptedException, IOException {
    recommend.closedLoop(CALLERS, SECONDS);
    nothing.closedLoop(CALLERS, SECONDS);
    double peak = 0;
    double emptyPeak = 0;
    for (int round = 0; round < ROUNDS; round++) {
      peak = Math.max(peak, recommend.closedLoop(CALLERS, SECONDS));
      emptyPeak = Math.max(emptyPeak, nothing.closedLoop(CALLERS, SECONDS));
    }
    double[] p99 = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      p99[round] = recommend.openLoop(peak / 2, SECONDS, .99);
    }
    Arrays.sort(p99);
    return List.of(
        Figure.atLeast("Recommend, 16 callers", peak, "calls/s", 5_000),
        Figure.reported("empty call, 16 callers", emptyPeak, "calls/s"),
        Figure.atLeast("Recommend to empty call", peak / emptyPeak, "ratio", .2),
        Figure.reported("reply", replyBytes, "bytes"),
        Figure.atMost("p99, open loop at half the peak", p99[ROUNDS / 2], "ms", 10),
        Figure.reported("the worst of three such p99", p99[ROUNDS - 1], "ms"),
        Figure.reported("serving's memory after the load", serving.residentMebibytes(), "MiB"));
  }

  private static byte[] request(int call) {
    return RecommendRequest.newBuilder()
        .setUserId(Integer.toString(call % USERS + 1))
        .build()
        .toByteArray();
  }

  private static Process startEmpty(int port, int replyBytes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-cp",
                    System.getProperty("java.class.path"),
                    EmptyUnaryServer.class.getName(),
                    Integer.toString(port),
                    Integer.toString(replyBytes)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    IntFunction<byte[]> request = call -> new byte[0];
    for (int attempt = 0; ; attempt++) {
      try (UnaryLoad probe = new UnaryLoad(port, EmptyUnaryServer.METHOD, request)) {
        probe.callOnce();
        return process;
      } catch (RuntimeException notYet) {
        if (attempt == 100 || !process.isAlive()) {
          throw new IOException("the empty server did not start", notYet);
        }
        Thread.sleep(100);
      }
    }
  }
}
