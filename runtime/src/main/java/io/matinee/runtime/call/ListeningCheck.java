package io.matinee.runtime.call;

import io.grpc.BindableService;
import io.matinee.runtime.server.RunningServer;
import io.quarkus.grpc.GrpcService;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fails the start when gRPC does not listen: Quarkus alone would log it and go on without. It does
 * not listen either when its settings are unusable, or one of its services cannot be made, which
 * then is the reason that is told.
 */
@Singleton
public class ListeningCheck {
  void check(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
      GrpcServer server,
      RunningServer running,
      @GrpcService Instance<BindableService> services,
      @ConfigProperty(name = "quarkus.grpc.server.host") String host,
      @ConfigProperty(name = "quarkus.grpc.server.port") int port) {
    if (server.getPort() < 0) {
      running.requireNoObstacle();
      services.forEach(BindableService::bindService);
      throw new IllegalStateException(
          "gRPC cannot listen on %s:%d; free the port, or set QUARKUS_GRPC_SERVER_PORT to another"
              .formatted(host, port));
    }
  }
}
