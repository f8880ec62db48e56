package io.matinee.bench.faults;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.matinee.bench.load.UnaryLoad;

/** Another client, which goes on calling a service while somebody floods it. */
final class Bystander implements AutoCloseable {
  private static final double CALLS_A_SECOND = 100;
  private static final double QUANTILE = .99;

  private final UnaryLoad load;

  /** Connects to the service and makes a first call. */
  Bystander(int port, MethodDescriptor<?, ?> method, Message request) {
    byte[] bytes = request.toByteArray();
    this.load = new UnaryLoad(port, UnaryLoad.method(method.getFullMethodName()), call -> bytes);
    load.callOnce();
  }

  /** Returns the p99 of calls over a time, in ms; NaN when any of them failed. */
  double p99(double seconds) throws InterruptedException {
    try {
      return load.openLoop(CALLS_A_SECOND, seconds).milliseconds(QUANTILE);
    } catch (IllegalStateException someFailed) {
      return Double.NaN;
    }
  }

  @Override
  public void close() {
    load.close();
  }
}
