package io.matinee.runtime.following;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the process needs once to speak with the registry. */
@Singleton
final class RegistryChannel {
  private static final int LARGEST_MESSAGE = 64 << 20;

  /** Makes the connection to the registry: one for all calls, made when first used. */
  @Produces
  @Singleton
  ManagedChannel channel(
      RegistryConfiguration configuration, @Named("request-id") ClientInterceptor requestId) {
    return NettyChannelBuilder.forAddress(configuration.host(), configuration.port())
        .usePlaintext()
        .keepAliveTime(configuration.keepaliveTime().toMillis(), TimeUnit.MILLISECONDS)
        .keepAliveTimeout(configuration.keepaliveTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .intercept(requestId)
        .build();
  }

  void close(@Disposes ManagedChannel channel) {
    channel.shutdownNow();
  }

  @Produces
  @Singleton
  RegistryClient client(ManagedChannel channel, RegistryConfiguration configuration) {
    return new RegistryClient(channel, configuration);
  }

  @Produces
  @Singleton
  Upkeep upkeep(CacheConfiguration cache) {
    return new Upkeep(cache.directory());
  }

  @Produces
  @Singleton
  DerivedFolders derived(CacheConfiguration cache, Upkeep upkeep, Clock clock) {
    return new DerivedFolders(cache.directory(), upkeep, clock);
  }

  @Produces
  @Singleton
  SnapshotStore snapshots(
      CacheConfiguration cache,
      FollowConfiguration follow,
      Upkeep upkeep,
      DerivedFolders derived,
      RegistryClient registry,
      Clock clock) {
    List<CurrentFile> current =
        follow.aliasNames().stream()
            .map(alias -> new CurrentFile(cache.directory(), alias))
            .toList();
    return new SnapshotStore(cache, current, upkeep, derived, registry, clock);
  }

  @Produces
  @DefaultBean
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
