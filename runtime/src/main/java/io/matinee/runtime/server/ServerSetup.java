package io.matinee.runtime.server;

import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.HandlerRegistry;
import io.grpc.ServerStreamTracer;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes the process's gRPC server, without its services. What else belongs into it is found as
 * beans: each {@link MethodWrapping} wraps every method, {@link ServerTransportFilter}s see every
 * connection, {@link ServerStreamTracer}s every call, and a {@link HandlerRegistry}, if there is
 * one, answers calls of unknown methods.
 */
@Singleton
@Unremovable
public class ServerSetup {
  private static final DecompressorRegistry DECOMPRESSORS =
      DecompressorRegistry.emptyInstance()
          .with(new LateGzip(), true)
          .with(Codec.Identity.NONE, false);

  private final ServerConfiguration limits;
  private final Instance<MethodWrapping> wrappings;
  private final Instance<HandlerRegistry> unknownMethods;
  private final Instance<ServerTransportFilter> connections;
  private final Instance<ServerStreamTracer.Factory> streams;
  private final RunningServer running;
  private final Counter refusals;

  @Inject
  ServerSetup(
      ServerConfiguration limits,
      Instance<MethodWrapping> wrappings,
      Instance<HandlerRegistry> unknownMethods,
      Instance<ServerTransportFilter> connections,
      Instance<ServerStreamTracer.Factory> streams,
      RunningServer running,
      PrometheusRegistry registry) {
    this.limits = limits;
    this.wrappings = wrappings;
    this.unknownMethods = unknownMethods;
    this.connections = connections;
    this.streams = streams;
    this.running = running;
    this.refusals =
        Counter.builder()
            .name("matinee_connections_refused_total")
            .help("Connections that were closed since as many as may be were open.")
            .register(registry);
  }

  /**
   * Returns a server without services.
   *
   * @throws IllegalStateException when TLS cannot be set up
   */
  ServerAssembly assembly(Vertx vertx, GrpcServerConfiguration configuration, LaunchMode mode) {
    try {
      return begin(vertx, configuration, mode);
    } catch (IllegalStateException unusable) {
      running.cannotStart(unusable);
      throw unusable;
    }
  }

  private ServerAssembly begin(
      Vertx vertx, GrpcServerConfiguration configuration, LaunchMode mode) {
    int port = mode == LaunchMode.TEST ? configuration.testPort() : configuration.port();
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(configuration.host(), port));
    runOn((VertxInternal) vertx, builder);
    limit(builder);
    keepAlive(configuration.netty(), builder);
    Encryption.of(configuration, vertx).ifPresent(builder::sslContext);
    connections.forEach(builder::addTransportFilter);
    streams.forEach(builder::addStreamTracerFactory);
    if (unknownMethods.isResolvable()) {
      builder.fallbackHandlerRegistry(unknownMethods.get());
    }
    builder.decompressorRegistry(DECOMPRESSORS);
    return new ServerAssembly(builder, wrappings.stream().toList(), running::built);
  }

  private void runOn(VertxInternal vertx, NettyServerBuilder builder) {
    builder
        .channelFactory(() -> new BoundedListener(limits.connections(), refusals::inc))
        .bossEventLoopGroup(vertx.getAcceptorEventLoopGroup())
        .workerEventLoopGroup(vertx.getEventLoopGroup())
        .executor(new EventLoopExecutor(vertx));
  }

  private void limit(NettyServerBuilder builder) {
    builder
        .maxConcurrentCallsPerConnection(limits.callsPerConnection())
        .flowControlWindow(limits.flowControlWindow())
        .maxConnectionIdle(nanoseconds(limits.connectionIdle()), TimeUnit.NANOSECONDS)
        .maxConnectionAge(nanoseconds(limits.connectionAge()), TimeUnit.NANOSECONDS)
        .maxConnectionAgeGrace(nanoseconds(limits.connectionAgeGrace()), TimeUnit.NANOSECONDS);
  }

  private void keepAlive(
      GrpcServerConfiguration.GrpcServerNettyConfig asked, NettyServerBuilder builder) {
    Duration time = asked.keepAliveTime().orElse(limits.keepAliveTime());
    builder
        .keepAliveTime(nanoseconds(time), TimeUnit.NANOSECONDS)
        .keepAliveTimeout(nanoseconds(limits.keepAliveTimeout()), TimeUnit.NANOSECONDS);
    asked
        .permitKeepAliveTime()
        .ifPresent(least -> builder.permitKeepAliveTime(nanoseconds(least), TimeUnit.NANOSECONDS));
    asked.permitKeepAliveWithoutCalls().ifPresent(builder::permitKeepAliveWithoutCalls);
  }

  private static long nanoseconds(Duration duration) {
    return duration.toNanos();
  }
}
