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
import org.jspecify.annotations.Nullable;

/** The standard health protocol of gRPC; the empty name stands for the process. */
@Singleton
@GrpcService
public class HealthEndpoint implements HealthGrpc.AsyncService, BindableService {
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
    ServingStatus status = status(request.getService());
    if (status == ServingStatus.UNKNOWN) {
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
    board.watch(watcher);
    watcher.run();
  }

  private ServingStatus status(String service) {
    if (service.isEmpty()) {
      return of(board.ready());
    }
    return board.knows(service) ? of(board.serves(service)) : ServingStatus.UNKNOWN;
  }

  private static ServingStatus of(boolean serving) {
    return serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
  }

  private static HealthCheckResponse response(ServingStatus status) {
    return HealthCheckResponse.newBuilder().setStatus(status).build();
  }

  /** Sends a service's status whenever it differs from the one sent last. */
  private final class Watcher implements Runnable {
    private final String service;
    private final ServerCallStreamObserver<HealthCheckResponse> observer;
    private @Nullable ServingStatus sent;

    Watcher(String service, ServerCallStreamObserver<HealthCheckResponse> observer) {
      this.service = service;
      this.observer = observer;
      observer.setOnCancelHandler(() -> board.unwatch(this));
      observer.setOnCloseHandler(() -> board.unwatch(this));
    }

    @Override
    public synchronized void run() {
      ServingStatus now = status(service);
      if (now != sent && !observer.isCancelled()) {
        sent = now;
        observer.onNext(response(now));
      }
    }
  }
}
