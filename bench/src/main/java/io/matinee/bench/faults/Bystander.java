package io.matinee.bench.faults;

import com.google.protobuf.Message;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.matinee.bench.load.UnaryLoad;
import io.matinee.cli.contract.ServiceConfig;
import java.util.Map;

/**
 * Another client, which goes on calling a service while somebody floods it, by the service config
 * that the contracts ask of clients.
 */
final class Bystander implements AutoCloseable {
  private static final double CALLS_A_SECOND = 100;
  private static final double QUANTILE = .99;

  private final UnaryLoad load;
  private final Report report;

  /** Connects to the service and makes a first call. */
  Bystander(int port, MethodDescriptor<?, ?> method, Message request, Report report) {
    byte[] bytes = request.toByteArray();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .directExecutor()
            .defaultServiceConfig(config(method))
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

  private static Map<String, Object> config(MethodDescriptor<?, ?> method) {
    if (method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema) {
      return ServiceConfig.forChannel(ServiceConfig.of(schema.getMethodDescriptor().getService()));
    }
    throw new IllegalArgumentException(method.getFullMethodName() + " is of no contract");
  }
}
