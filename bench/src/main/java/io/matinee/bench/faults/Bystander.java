package io.matinee.bench.faults;

import com.google.protobuf.Message;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.bench.load.UnaryLoad;
import java.util.List;
import java.util.Map;

/**
 * Another client, which goes on calling a service while somebody floods it, and as the contracts
 * ask of clients comes again when it is told to.
 */
final class Bystander implements AutoCloseable {
  private static final double CALLS_A_SECOND = 100;
  private static final double QUANTILE = .99;

  private static final Map<String, Object> RETRIES =
      Map.of(
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      5.0,
                      "initialBackoff",
                      "0.1s",
                      "maxBackoff",
                      "2s",
                      "backoffMultiplier",
                      2.0,
                      "retryableStatusCodes",
                      List.of("RESOURCE_EXHAUSTED")))));

  private final UnaryLoad load;
  private final Report report;

  /** Connects to the service and makes a first call. */
  Bystander(int port, MethodDescriptor<?, ?> method, Message request, Report report) {
    byte[] bytes = request.toByteArray();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .directExecutor()
            .defaultServiceConfig(RETRIES)
            .build();
    this.load = new UnaryLoad(channel, UnaryLoad.method(method.getFullMethodName()), call -> bytes);
    this.report = report;
    load.callOnce();
  }

  /** Returns the p99 of calls over a time, in ms; NaN when any of them failed. */
  double p99(double seconds) throws InterruptedException {
    try {
      return load.openLoop(CALLS_A_SECOND, seconds).milliseconds(QUANTILE);
    } catch (IllegalStateException someFailed) {
      report.fault("others' calls", String.valueOf(someFailed.getMessage()));
      return Double.NaN;
    }
  }

  @Override
  public void close() {
    load.close();
  }
}
