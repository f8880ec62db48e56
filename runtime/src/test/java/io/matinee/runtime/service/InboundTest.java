package io.matinee.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.Compressor;
import io.grpc.CompressorRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.ListUserRatingsResponse;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.matinee.runtime.testing.RawCalls;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that no stub makes: each is refused with a reason, is no bug, and leaves no trace. */
@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class InboundTest {
  private static final String LIST = "matinee.trainer.v1.RatingsService/ListUserRatings";
  private static final String RECORD = "matinee.trainer.v1.RatingsService/RecordRatings";

  /** A field of RecordRatings' ratings without content. */
  private static final byte[] EMPTY_RATING = {0x12, 0};

  @Inject GrpcServer server;
  @Inject PrometheusRegistry metrics;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private ManagedChannel channel;

  private double bugsBefore;

  @BeforeEach
  void connect() {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    bugsBefore = bugs();
  }

  @AfterEach
  void answersAndCountsNoBug() throws Exception {
    byte[] reply = RawCalls.over(channel).call(LIST, request("request-id").toByteArray());
    assertThat(ListUserRatingsResponse.parseFrom(reply).getNextPageToken()).isNotEmpty();
    assertThat(bugs()).isEqualTo(bugsBefore);
    channel.shutdownNow();
  }

  @Test
  void refusesABombByItsDecompressedBytes() {
    StatusRuntimeException failure = compressed(RECORD, repeat(EMPTY_RATING, 2_000_000));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(info(failure).getReason()).isEqualTo("REQUEST_TOO_LARGE");
    assertThat(info(failure).getMetadataMap()).containsKeys("limit_bytes", "request_id");
    assertThat(info(failure(RECORD, repeat(EMPTY_RATING, 2_000_000))).getReason())
        .isEqualTo("REQUEST_TOO_LARGE");
  }

  @Test
  void refusesAListThatIsTooLong() {
    StatusRuntimeException failure = compressed(RECORD, repeat(EMPTY_RATING, 100_000));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(ErrorStatus.badRequest(failure).orElseThrow().getFieldViolationsList())
        .extracting(FieldViolation::getField, FieldViolation::getDescription)
        .containsExactly(tuple("ratings", "value must contain no more than 1000 item(s)"));
  }

  @Test
  void refusesBytesThatAreNoMessage() {
    for (byte[] bytes :
        new byte[][] {{(byte) 0xff}, {0x0a, 5, 'a'}, {0x0c}, {0x0a, 2, (byte) 0xc3, 0x28}}) {
      StatusRuntimeException failure = failure(LIST, bytes);
      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(info(failure).getReason()).isEqualTo("INVALID_REQUEST");
      assertThat(info(failure).getMetadataMap()).containsKey("request_id");
    }
  }

  @Test
  void refusesBytesThatAreSaidToBeGzipAndAreNot() {
    ManagedChannel lying =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
            .usePlaintext()
            .compressorRegistry(onlyByName())
            .build();
    try {
      for (byte[] bytes : new byte[][] {request("request-id").toByteArray(), {0x1f, (byte) 0x8b}}) {
        StatusRuntimeException failure =
            catchThrowableOfType(
                StatusRuntimeException.class,
                () -> RawCalls.over(lying).compressed().call(LIST, bytes));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(info(failure).getReason()).isEqualTo("INVALID_REQUEST");
        assertThat(info(failure).getMetadataMap()).containsKey("request_id");
      }
    } finally {
      lying.shutdownNow();
    }
  }

  @Test
  void refusesAnythingButOneMessage() {
    byte[] good = request("request-id").toByteArray();
    for (StatusRuntimeException failure :
        new StatusRuntimeException[] {failure(LIST), failure(LIST, good, good)}) {
      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(failure.getStatus().getDescription()).contains("send one");
      assertThat(info(failure).getReason()).isEqualTo("INVALID_REQUEST");
    }
    assertThat(info(failure("grpc.health.v1.Health/Check")).getReason())
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void knowsNoOtherMethods() {
    for (String method :
        new String[] {"matinee.trainer.v1.RatingsService/Nothing", "matinee.none.v1.None/Get"}) {
      StatusRuntimeException failure = failure(method, new byte[0]);
      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
      assertThat(failure.getStatus().getDescription()).contains(method);
      assertThat(info(failure).getReason()).isEqualTo("UNIMPLEMENTED");
      assertThat(info(failure).getMetadataMap()).containsKey("request_id");
    }
  }

  @Test
  void takesFieldsThatANewerClientSends() throws Exception {
    byte[] newer = request("request-id").toByteString().concat(unknownField()).toByteArray();
    byte[] reply = RawCalls.over(channel).call(LIST, newer);
    assertThat(ListUserRatingsResponse.parseFrom(reply).getNextPageToken()).isNotEmpty();
  }

  private StatusRuntimeException failure(String method, byte[]... messages) {
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> RawCalls.over(channel).call(method, messages));
  }

  private StatusRuntimeException compressed(String method, byte[] message) {
    return catchThrowableOfType(
        StatusRuntimeException.class,
        () -> RawCalls.over(channel).compressed().call(method, message));
  }

  /** A compressor that bears the name of gzip and changes nothing. */
  private static CompressorRegistry onlyByName() {
    CompressorRegistry registry = CompressorRegistry.newEmptyInstance();
    registry.register(
        new Compressor() {
          @Override
          public String getMessageEncoding() {
            return "gzip";
          }

          @Override
          public OutputStream compress(OutputStream unchanged) {
            return unchanged;
          }
        });
    return registry;
  }

  private static ErrorInfo info(StatusRuntimeException failure) {
    return ErrorStatus.info(failure).orElseThrow();
  }

  private double bugs() {
    return metrics.scrape(name -> name.equals("matinee_bugs")).stream()
        .map(CounterSnapshot.class::cast)
        .mapToDouble(counter -> counter.getDataPoints().getFirst().getValue())
        .sum();
  }

  private static ListUserRatingsRequest request(String user) {
    return ListUserRatingsRequest.newBuilder()
        .setDataset("datasets/movielens")
        .setUserId(user)
        .build();
  }

  private static ByteString unknownField() {
    return ByteString.copyFrom("\u00fa\u0007\u0003new", StandardCharsets.ISO_8859_1);
  }

  private static byte[] repeat(byte[] bytes, int times) {
    byte[] all = new byte[bytes.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes[i % bytes.length];
    }
    return all;
  }
}
