package io.matinee.runtime.health;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The standard health protocol of gRPC; the empty name stands for the process. */
@Singleton
@GrpcService
public class HealthEndpoint implements HealthGrpc.AsyncService, BindableService {
  /** The protocol's status of a service that is not there; Quarkus' classes of it lack the name. */
  private static final int SERVICE_UNKNOWN = 3;

  private static final int NOTHING = -1;
  private static final Duration RETRY_DELAY = Duration.ofSeconds(10);

  private final HealthBoard board;

  @Inject
  HealthEndpoint(HealthBoard board) {
    this.board = board;
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ReadableErrors.alongside(HealthGrpc.bindService(this));
  }

  @Override
  public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    int status = status(request.getService());
    if (status == SERVICE_UNKNOWN) {
      observer.onError(
          MatineeException.of(
              Reason.SERVICE_NOT_FOUND, "there is no service " + Excerpt.of(request.getService())));
      return;
    }
    observer.onNext(response(status));
    observer.onCompleted();
  }

  @Override
  public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    Watcher watcher =
        new Watcher(request.getService(), (ServerCallStreamObserver<HealthCheckResponse>) observer);
    if (!board.watch(watcher)) {
      throw MatineeException.of(Reason.QUEUE_FULL, "too many callers watch this service's health")
          .retryAfter(RETRY_DELAY);
    }
    watcher.run();
  }

  private int status(String service) {
    if (service.isEmpty()) {
      return of(board.ready());
    }
    return board.knows(service) ? of(board.serves(service)) : SERVICE_UNKNOWN;
  }

  private static int of(boolean serving) {
    return serving ? ServingStatus.SERVING_VALUE : ServingStatus.NOT_SERVING_VALUE;
  }

  private static HealthCheckResponse response(int status) {
    return HealthCheckResponse.newBuilder().setStatusValue(status).build();
  }

  /** Sends a service's status whenever it differs from the one sent last, and the caller reads. */
  private final class Watcher implements Runnable {
    private final String service;
    private final ServerCallStreamObserver<HealthCheckResponse> observer;
    private int sent = NOTHING;

    Watcher(String service, ServerCallStreamObserver<HealthCheckResponse> observer) {
      this.service = service;
      this.observer = observer;
      observer.setOnCancelHandler(() -> board.unwatch(this));
      observer.setOnCloseHandler(() -> board.unwatch(this));
      observer.setOnReadyHandler(this);
    }

    @Override
    public synchronized void run() {
      int now = status(service);
      if (now != sent && observer.isReady() && !observer.isCancelled()) {
        sent = now;
        observer.onNext(response(now));
      }
    }
  }
}
