package io.matinee.runtime.telemetry;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Times every call from its headers to its status: {@code matinee_call_duration_seconds}, classic
 * and native buckets, by service, method and code.
 */
public final class CallTimes implements ServerInterceptor {
  private static final double[] SECONDS = {
    .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30
  };

  private final Histogram histogram;
  private final ConcurrentMap<String, Map<Status.Code, DistributionDataPoint>> timesOfMethods =
      new ConcurrentHashMap<>();

  /** Registers the histogram. */
  public CallTimes(PrometheusRegistry registry) {
    this.histogram =
        Histogram.builder()
            .name("matinee_call_duration_seconds")
            .help("Time from a gRPC call's headers to its status.")
            .unit(Unit.SECONDS)
            .labelNames("service", "method", "code")
            .classicUpperBounds(SECONDS)
            .register(registry);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    TimedCall<Q, R> timed = new TimedCall<>(call);
    return new CancelListener<>(next.startCall(timed, headers), timed);
  }

  /** Only methods that the process has come here, so that their times can be kept for good. */
  private Map<Status.Code, DistributionDataPoint> times(MethodDescriptor<?, ?> method) {
    return timesOfMethods.computeIfAbsent(
        method.getFullMethodName(), _ -> new ConcurrentHashMap<>());
  }

  private DistributionDataPoint times(MethodDescriptor<?, ?> method, Status.Code code) {
    return histogram.labelValues(
        String.valueOf(method.getServiceName()),
        String.valueOf(method.getBareMethodName()),
        code.name());
  }

  private final class TimedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final long start = System.nanoTime();
    private final AtomicBoolean observed = new AtomicBoolean();

    TimedCall(ServerCall<Q, R> call) {
      super(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      ended(status.getCode());
      super.close(status, trailers);
    }

    void ended(Status.Code code) {
      if (observed.compareAndSet(false, true)) {
        MethodDescriptor<?, ?> method = getMethodDescriptor();
        times(method)
            .computeIfAbsent(code, first -> times(method, first))
            .observe((System.nanoTime() - start) * 1e-9);
      }
    }
  }

  /** Notes calls that their caller gave up. */
  private static final class CancelListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final CallTimes.TimedCall<Q, ?> call;

    CancelListener(ServerCall.Listener<Q> listener, TimedCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onCancel() {
      call.ended(Status.Code.CANCELLED);
      super.onCancel();
    }
  }
}
