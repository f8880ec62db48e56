package io.matinee.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsServerCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.failure.CallFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class ConnectionTest {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final CompletableFuture<String> authorization = new CompletableFuture<>();
  private final CompletableFuture<Boolean> limited = new CompletableFuture<>();
  private SelfSigned identity;
  private Server server;

  @BeforeEach
  void start() throws Exception {
    identity = SelfSigned.make(folder.resolve("server"));
    server =
        Grpc.newServerBuilderForPort(
                0,
                TlsServerCredentials.create(
                    identity.certificate().toFile(), identity.key().toFile()))
            .addService(new Healthy())
            .intercept(new Listening())
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void sendsTheTokenAndADeadlineThroughTls() throws Exception {
    try (Connection connection = connection(identity.certificate())) {
      assertThat(check(connection)).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
    }

    assertThat(authorization.get(20, TimeUnit.SECONDS)).isEqualTo("Bearer my-token");
    assertThat(limited.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void saysThatAServerIsNotTrusted() throws Exception {
    SelfSigned stranger = SelfSigned.make(folder.resolve("stranger"));
    try (Connection connection = connection(stranger.certificate())) {
      StatusRuntimeException failure =
          catchThrowableOfType(StatusRuntimeException.class, () -> check(connection));

      assertThat(CallFailure.of(failure).line()).startsWith("UNAVAILABLE: ").contains("--ca");
    }
    assertThat(authorization).isNotDone();
  }

  private Connection connection(Path authority) {
    Endpoint endpoint = new Endpoint("127.0.0.1", server.getPort(), true);
    return new Connection(
        new ConnectionSettings(
            new Endpoints(Map.of(Service.SERVING, endpoint), ""),
            Optional.of(authority),
            Optional.empty(),
            Optional.empty(),
            Optional.of("my-token")),
        DEADLINE);
  }

  private static HealthCheckResponse.ServingStatus check(Connection connection) {
    return HealthGrpc.newBlockingStub(connection.channel(Service.SERVING))
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }

  /** Notes what comes along with a call. */
  private final class Listening implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      authorization.complete(Objects.requireNonNullElse(headers.get(AUTHORIZATION), ""));
      limited.complete(Context.current().getDeadline() != null);
      return next.startCall(call, headers);
    }
  }

  private static final class Healthy extends HealthGrpc.HealthImplBase {
    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
      observer.onNext(
          HealthCheckResponse.newBuilder()
              .setStatus(HealthCheckResponse.ServingStatus.SERVING)
              .build());
      observer.onCompleted();
    }
  }
}
