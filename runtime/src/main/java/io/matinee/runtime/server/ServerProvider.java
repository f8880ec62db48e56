package io.matinee.runtime.server;

import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.quarkus.arc.Arc;
import io.quarkus.grpc.runtime.config.GrpcClientConfiguration;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.quarkus.grpc.spi.GrpcBuilderProvider;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownContext;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Has Quarkus put its services, interceptors and reflection into a server that {@link ServerSetup}
 * makes. Quarkus' own cannot end without breaking calls: it lets go of its event loops first.
 */
public final class ServerProvider implements GrpcBuilderProvider<ServerAssembly> {
  @Override
  public boolean providesServer(GrpcServerConfiguration configuration) {
    return true;
  }

  @Override
  public ServerBuilder<ServerAssembly> createServerBuilder(
      Vertx vertx, GrpcServerConfiguration configuration, LaunchMode mode) {
    return Arc.container().instance(ServerSetup.class).get().assembly(vertx, configuration, mode);
  }

  @Override
  public void startServer(Server server) throws IOException {
    server.start();
  }

  @Override
  public void postStartup(Server server, ShutdownContext shutdown) {
    shutdown.addShutdownTask(server::shutdownNow);
  }

  @Override
  public void devModeReload(
      List<ServerServiceDefinition> services,
      Map<String, ServerMethodDefinition<?, ?>> methods,
      List<ServerInterceptor> interceptors,
      ShutdownContext shutdown) {
    throw new UnsupportedOperationException("a reload makes a new server");
  }

  @Override
  public boolean serverAlreadyExists() {
    return false;
  }

  @Override
  public String serverInfo(String host, int port, GrpcServerConfiguration configuration) {
    return "gRPC server on %s:%d, %s"
        .formatted(host, port, configuration.isPlainTextEnabled() ? "plain" : "TLS");
  }

  @Override
  public boolean providesChannel(GrpcClientConfiguration configuration) {
    return false;
  }

  @Override
  public String resolver() {
    throw new UnsupportedOperationException("channels are Quarkus' own");
  }

  @Override
  public ManagedChannelBuilder<?> createChannelBuilder(
      GrpcClientConfiguration configuration, String target) {
    throw new UnsupportedOperationException("channels are Quarkus' own");
  }

  @Override
  public String channelInfo(GrpcClientConfiguration configuration) {
    return "";
  }
}
