package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractBlockingStub;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.serving.v1.GetStatusRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.serving.v1.StatusServiceGrpc;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.matinee.runtime.testing.RawCalls;
import io.matinee.serving.SampleVersion;
import io.quarkus.test.common.WithTestResource;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the running service share: a channel to it, and the registry that it follows. */
@WithTestResource(FakeRegistryResource.class)
@WithTestResource(FreePort.class)
abstract class RunningService {
  static final SampleVersion VERSION = new SampleVersion(12, 150, 16, 20, 7);
  static final SnapshotContent CONTENT = VERSION.content();

  @SuppressWarnings("NullAway.Init") // FakeRegistryResource sets it.
  FakeRegistry registry;

  int port;
  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel = ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  /** Publishes a version and returns its name once the service answers from it. */
  String serve(SnapshotContent content) {
    String version = registry.publish(content);
    registry.setAlias(version);
    registry.awaitReport(status -> status.getLoaded().getModelVersion().equals(version));
    return version;
  }

  /** Returns a stub whose calls have ten seconds. */
  <S extends AbstractBlockingStub<S>> S stub(Function<ManagedChannel, S> factory) {
    return factory.apply(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
  }

  /** Returns the list of the first user. */
  RecommendResponse recommend() {
    return stub(RecommendationServiceGrpc::newBlockingStub)
        .recommend(RecommendRequest.newBuilder().setUserId("1").build());
  }

  /** Returns what is loaded of the alias that answers calls that name none. */
  FollowedAlias alias() {
    return status().getAliases(0);
  }

  /** Returns what the service has loaded. */
  ReaderStatus status() {
    return stub(StatusServiceGrpc::newBlockingStub)
        .getStatus(GetStatusRequest.getDefaultInstance())
        .getStatus();
  }

  /** Returns calls that no stub makes. */
  RawCalls rawCalls() {
    return RawCalls.over(channel);
  }

  /** Checks that a call fails for a reason, under its code, on a field if one is named. */
  static void assertRefused(ThrowingCallable call, Reason reason, @Nullable String field) {
    StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, call);
    assertThat(failure).as("a call that is to fail with %s", reason).isNotNull();
    assertThat(ErrorStatus.info(failure).orElseThrow())
        .satisfies(
            info -> {
              assertThat(info.getReason()).isEqualTo(reason.name());
              assertThat(info.getDomain()).isEqualTo("matinee");
            });
    assertThat(failure.getStatus().getCode()).isEqualTo(reason.code());
    assertThat(
            ErrorStatus.badRequest(failure)
                .map(request -> request.getFieldViolations(0).getField())
                .orElse(null))
        .isEqualTo(field);
  }

  static String userId(int user) {
    return CONTENT.training().users().id(user);
  }

  static String movieId(int movie) {
    return CONTENT.training().movies().id(movie);
  }
}
