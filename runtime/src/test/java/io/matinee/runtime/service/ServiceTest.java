package io.matinee.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc.RatingsServiceBlockingStub;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.runtime.call.RequestId;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.liveness.Heart;
import io.matinee.runtime.liveness.Hearts;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class ServiceTest {
  private static final String SERVICE = "matinee.trainer.v1.RatingsService";
  private static final int SERVICE_UNKNOWN = 3;

  @Inject GrpcServer server;
  @Inject @Any Instance<Hearts> hearts;

  @TestHTTPResource("/")
  URI http;

  @SuppressWarnings("NullAway.Init") // Set by the test resource.
  FakeRegistry registry;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void tellsReasonsWithTheRequestsId() {
    for (String user : List.of("unknown", "passed", "translated")) {
      StatusRuntimeException failure = failure(user);
      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
      assertThat(failure.getStatus().getDescription()).isEqualTo("there is no user 7");
      ErrorInfo info = ErrorStatus.info(failure).orElseThrow();
      assertThat(info.getDomain()).isEqualTo("matinee");
      assertThat(info.getReason()).isEqualTo("USER_NOT_FOUND");
      assertThat(info.getMetadataMap())
          .containsEntry("user_id", "7")
          .containsEntry("request_id", "my-request");
      assertThat(trailer(failure)).isEqualTo("my-request");
    }
  }

  @Test
  void tellsReasonsFromWorkerThreads() {
    RecordRatingsRequest request =
        RecordRatingsRequest.newBuilder()
            .setDataset("datasets/movielens")
            .setRequestId("4a7c1b0e-9a3d-4d3b-8f26-0c1d2e3f4a5b")
            .addRatings(LiveRating.newBuilder().setUserId("1").setMovieId("1").setRating(4))
            .build();
    StatusRuntimeException failure =
        catchThrowableOfType(StatusRuntimeException.class, () -> stub().recordRatings(request));
    ErrorInfo info = ErrorStatus.info(failure).orElseThrow();
    assertThat(info.getReason()).isEqualTo("USER_NOT_FOUND");
    assertThat(info.getMetadataMap()).containsEntry("request", "my-request");
  }

  @Test
  void hidesBugsAndCountsThem() throws Exception {
    double before = metric("matinee_bugs_total ");
    StatusRuntimeException failure = failure("bug");
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(failure.getStatus().getDescription()).contains("my-request").doesNotContain("eyes");
    assertThat(ErrorStatus.info(failure).orElseThrow().getReason()).isEqualTo("INTERNAL");
    assertThat(metric("matinee_bugs_total ")).isEqualTo(before + 1);
  }

  @Test
  void namesTheFieldsThatBreakTheContract() {
    RecordRatingsRequest request =
        RecordRatingsRequest.newBuilder()
            .setDataset("movielens")
            .setRequestId("4a7c1b0e-9a3d-4d3b-8f26-0c1d2e3f4a5b")
            .addRatings(LiveRating.newBuilder().setUserId("1").setMovieId("1").setRating(4))
            .addRatings(LiveRating.newBuilder().setUserId("1").setMovieId("2").setRating(Float.NaN))
            .build();
    StatusRuntimeException failure =
        catchThrowableOfType(StatusRuntimeException.class, () -> stub().recordRatings(request));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(ErrorStatus.info(failure).orElseThrow().getReason()).isEqualTo("INVALID_REQUEST");
    assertThat(ErrorStatus.badRequest(failure).orElseThrow().getFieldViolationsList())
        .extracting(FieldViolation::getField)
        .containsExactly("dataset", "ratings[1].rating");
  }

  @Test
  void endsCallsWithoutADeadlineAtTheDefaultOne() {
    RatingsServiceBlockingStub patient = RatingsServiceGrpc.newBlockingStub(channel);
    StatusRuntimeException failure =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> patient.listUserRatings(request("never")));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(ErrorStatus.info(failure).orElseThrow().getReason()).isEqualTo("DEADLINE_EXCEEDED");
    assertThat(patient.listUserRatings(request("deadline")).getNextPageToken()).isEqualTo("true");
    assertThat(text("deadline")).isEqualTo("true");
  }

  @Test
  void capsTheDeadlineOfACall() {
    String minutesLeft =
        RatingsServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(1, TimeUnit.HOURS)
            .listUserRatings(request("minutes-left"))
            .getNextPageToken();
    assertThat(Long.parseLong(minutesLeft)).isBetween(8L, 10L);
  }

  @Test
  void givesEveryCallAnId() {
    AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
    AtomicReference<Metadata> trailers = new AtomicReference<>(new Metadata());
    String made =
        RatingsServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, trailers))
            .withDeadlineAfter(20, TimeUnit.SECONDS)
            .listUserRatings(request("request-id"))
            .getNextPageToken();
    assertThat(made).matches("[0-9a-f]{16}");
    assertThat(Objects.requireNonNull(headers.get()).get(RequestId.HEADER)).isEqualTo(made);
    assertThat(text("request-id")).isEqualTo("my-request");
  }

  @Test
  void servesOnceAModelIsLoaded() throws Exception {
    Iterator<HealthCheckResponse> health =
        HealthGrpc.newBlockingStub(channel)
            .withDeadlineAfter(60, TimeUnit.SECONDS)
            .watch(HealthCheckRequest.newBuilder().setService(SERVICE).build());
    assertThat(health.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(ErrorStatus.info(failure("model")).orElseThrow().getReason())
        .isEqualTo("MODEL_NOT_READY");

    String version = registry.publishTiny(1);
    registry.setAlias(version);
    assertThat(health.next().getStatus()).isEqualTo(ServingStatus.SERVING);
    assertThat(text("model")).isEqualTo("20");
    assertThat(check("").getStatus()).isEqualTo(ServingStatus.SERVING);
    assertThat(get("/q/health/ready", "*/*")).contains("\"UP\"").contains(version);
    assertThat(metric("matinee_follow_loads_total{")).isEqualTo(1);
    assertThat(metric("matinee_follow_version_info{")).isEqualTo(1);

    registry.clearAlias();
    assertThat(health.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(get("/q/health/ready", "*/*")).contains("\"UP\"");
  }

  @Test
  void livesAsLongAsItsThreadsMakeProgressAndTellsWhetherItIsStale() throws Exception {
    assertThat(hearts.stream().flatMap(part -> part.hearts().stream()).map(Heart::name))
        .contains("event-loop-0", "following-watch");
    for (int probe = 0; probe < 3; probe++) {
      assertThat(get("/q/health/live", "*/*")).contains("\"progress\"").doesNotContain("DOWN");
    }
    assertThat(get("/q/health/ready", "*/*")).contains("\"stale\": false", "registry_last_heard");
    assertThat(metric("matinee_follow_stale{")).isZero();
    assertThat(metric("matinee_follow_registry_last_heard_timestamp_seconds{")).isPositive();
  }

  @Test
  void knowsOnlyItsOwnServices() {
    StatusRuntimeException failure =
        catchThrowableOfType(StatusRuntimeException.class, () -> check("matinee.none"));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(check("grpc.health.v1.Health").getStatus()).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void goesOnWatchingTheHealthOfAServiceThatItDoesNotKnow() {
    Iterator<HealthCheckResponse> health =
        HealthGrpc.newBlockingStub(channel)
            .withDeadlineAfter(20, TimeUnit.SECONDS)
            .watch(HealthCheckRequest.newBuilder().setService("matinee.none").build());
    assertThat(health.next().getStatusValue()).isEqualTo(SERVICE_UNKNOWN);
  }

  @Test
  void describesErrorDetailsToReflection() throws Exception {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    ServerReflectionGrpc.newStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .serverReflectionInfo(first(answer))
        .onNext(
            ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol("google.rpc.ErrorInfo")
                .build());
    assertThat(answer.get(20, TimeUnit.SECONDS).hasFileDescriptorResponse()).isTrue();
  }

  @Test
  void timesCallsInClassicAndNativeBuckets() throws Exception {
    failure("unknown");
    String labels = "{code=\"NOT_FOUND\",method=\"ListUserRatings\",service=\"" + SERVICE + "\"";
    String text = get("/metrics", "text/plain");
    assertThat(text)
        .contains("matinee_call_duration_seconds_count" + labels)
        .contains("matinee_call_duration_seconds_bucket" + labels)
        .contains("jvm_memory_used_bytes");
    String protobuf =
        get(
            "/metrics",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                + "encoding=delimited");
    assertThat(protobuf).contains("matinee_call_duration_seconds").isNotEqualTo(text);
  }

  private RatingsServiceBlockingStub stub() {
    Metadata headers = new Metadata();
    headers.put(RequestId.HEADER, "my-request");
    ClientInterceptor labelled = MetadataUtils.newAttachHeadersInterceptor(headers);
    return RatingsServiceGrpc.newBlockingStub(channel)
        .withInterceptors(labelled)
        .withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  private static <M> StreamObserver<M> first(CompletableFuture<M> message) {
    return new StreamObserver<>() {
      @Override
      public void onNext(M next) {
        message.complete(next);
      }

      @Override
      public void onError(Throwable failure) {
        message.completeExceptionally(failure);
      }

      @Override
      public void onCompleted() {
        // One message is enough.
      }
    };
  }

  private String text(String user) {
    return stub().listUserRatings(request(user)).getNextPageToken();
  }

  private StatusRuntimeException failure(String user) {
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> stub().listUserRatings(request(user)));
  }

  private HealthCheckResponse check(String service) {
    return HealthGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .check(HealthCheckRequest.newBuilder().setService(service).build());
  }

  private String get(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(http.resolve(path)).header("Accept", accept).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
          .body();
    }
  }

  private double metric(String start) throws Exception {
    return get("/metrics", "text/plain")
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static String trailer(StatusRuntimeException failure) {
    Metadata trailers = failure.getTrailers();
    return trailers == null ? "" : String.valueOf(trailers.get(RequestId.HEADER));
  }

  private static ListUserRatingsRequest request(String user) {
    return ListUserRatingsRequest.newBuilder()
        .setDataset("datasets/movielens")
        .setUserId(user)
        .build();
  }
}
