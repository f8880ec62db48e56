package io.matinee.cli.connection;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Channels to the services, opened when first used. Safe for use by several threads. */
public final class Connection implements AutoCloseable {
  private static final int LARGEST_REPLY_BYTES = 16 << 20;
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final ConnectionSettings settings;
  private final Duration deadline;
  private final Map<Service, ManagedChannel> channels = new EnumMap<>(Service.class);

  /**
   * Makes a connection; nothing is sent yet.
   *
   * @param settings where the services are
   * @param deadline how long a call may take unless it says otherwise
   */
  public Connection(ConnectionSettings settings, Duration deadline) {
    this.settings = settings;
    this.deadline = deadline;
  }

  /**
   * Returns where a service listens.
   *
   * @throws CommandFailure when that is not known, as nothing runs from the given home
   */
  public Endpoint endpoint(Service service) {
    return settings.endpoints().of(service);
  }

  /**
   * Returns the channel to a service.
   *
   * @throws CommandFailure as {@link #endpoint}
   */
  public synchronized ManagedChannel channel(Service service) {
    return channels.computeIfAbsent(service, this::open);
  }

  @Override
  public synchronized void close() {
    channels.values().forEach(ManagedChannel::shutdown);
    for (ManagedChannel channel : channels.values()) {
      try {
        channel.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      channel.shutdownNow();
    }
    channels.clear();
  }

  private ManagedChannel open(Service service) {
    Endpoint endpoint = endpoint(service);
    ChannelCredentials credentials =
        settings.encrypts(endpoint) ? encrypted() : InsecureChannelCredentials.create();
    return Grpc.newChannelBuilder(endpoint.address(), credentials)
        .maxInboundMessageSize(LARGEST_REPLY_BYTES)
        .intercept(new CallInterceptor(deadline, settings.token()))
        .build();
  }

  private ChannelCredentials encrypted() {
    try {
      TlsChannelCredentials.Builder builder = TlsChannelCredentials.newBuilder();
      if (settings.authority().isPresent()) {
        builder.trustManager(settings.authority().get().toFile());
      }
      if (settings.certificate().isPresent()) {
        Path key =
            settings
                .key()
                .orElseThrow(
                    () -> new CommandFailure(ExitCode.USAGE, "--cert needs --key beside it"));
        builder.keyManager(settings.certificate().get().toFile(), key.toFile());
      }
      return builder.build();
    } catch (IOException unreadable) {
      throw new CommandFailure(
          ExitCode.USAGE, "a certificate or key cannot be read: " + unreadable.getMessage());
    }
  }
}
