package io.matinee.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.ListUserRatingsResponse;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.matinee.runtime.testing.RawConnection;
import io.quarkus.grpc.GrpcService;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every limit holds in a running service, whose settings are small here. */
@QuarkusTest
@Tag("process")
@TestProfile(LimitsTest.Small.class)
@WithTestResource(FakeRegistryResource.class)
class LimitsTest {
  private static final int CONNECTIONS = 4;
  private static final int PATIENCE_MILLISECONDS = 20_000;
  private static final int AT_WORK = 16;
  private static final int CALL_BYTES = 4096;
  private static final int OPEN = 2 * AT_WORK;
  private static final int REQUEST_BYTES = 32 << 10;
  private static final int EMPTY_FRAMES = 1_001;
  private static final int ENHANCE_YOUR_CALM = 11;
  private static final int END = -1;

  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

  @Inject GrpcServer server;
  @Inject @GrpcService TryoutUploads uploads;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private ManagedChannel channel;

  /** The smallest settings that the tests can tell apart. */
  public static final class Small implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "matinee.server.connections", Integer.toString(CONNECTIONS),
          "matinee.call.at-work", Integer.toString(AT_WORK),
          "matinee.call.longest-silence", "200ms",
          "matinee.call.unread-replies", Integer.toString(OPEN * CALL_BYTES),
          "matinee.inbound.bytes", Integer.toString(REQUEST_BYTES));
    }
  }

  @BeforeEach
  void connect() {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void closesConnectionsBeyondTheLimit() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int connection = 0; connection < 2 * CONNECTIONS; connection++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        open.add(socket);
        assertThat(isServed(socket)).isTrue();
      }
      awaitEnd(open.getFirst());
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void turnsAwayWhatIsTooMuchToWorkOn() throws Exception {
    for (int call = 0; call <= AT_WORK; call++) {
      whole(unanswered("")).halfClose();
    }
    assertRefused(Reason.QUEUE_FULL, AT_WORK + " calls are at work");
  }

  @Test
  void turnsAwayCallsBeyondWhatMayGoUnread() throws Exception {
    for (int call = 0; call < OPEN; call++) {
      begin();
    }
    whole(unanswered("")).halfClose(); // Sends the beginnings too, which gRPC holds back till then.
    assertRefused(Reason.REPLIES_UNREAD, "too many replies");
  }

  @Test
  void turnsAwayRequestsThatHoldTooMuchTogether() throws Exception {
    String long4000 = "x".repeat(4000);
    for (int call = 0; call <= REQUEST_BYTES / long4000.length(); call++) {
      whole(unanswered(long4000)).halfClose();
    }
    assertRefused(Reason.QUEUE_FULL, "too many bytes of requests");
  }

  @Test
  void endsRequestsThatHoldTooMuchAndDoNotEnd() throws IOException {
    try (RawConnection connection = new RawConnection(server.getPort())) {
      int stream = 1;
      for (int held = 0; held <= 2 * REQUEST_BYTES; held += REQUEST_BYTES / 2) {
        connection.begin(stream, "matinee.trainer.v1.RatingsService/RecordRatings");
        connection.sendPart(stream, REQUEST_BYTES, REQUEST_BYTES / 2);
        stream += 2;
      }
      assertThat(connection.awaitReset()).isBetween(1, stream);
    }
  }

  @Test
  void endsUploadsThatBringNothing() throws Exception {
    var upload = begin(DatasetServiceGrpc.getUploadDatasetMethod());
    upload.sendMessage(
        UploadDatasetRequest.newBuilder().setChunk(ByteString.copyFromUtf8("a part")).build());

    Throwable failure = failures.poll(20, TimeUnit.SECONDS);
    assertThat(failure).hasMessageContaining("nothing came");
    assertThat(ErrorStatus.reason(failure)).contains(Reason.DEADLINE_EXCEEDED);
    assertThat(uploads.brokenOff.poll(20, TimeUnit.SECONDS)).as("its handler heard").isNotNull();
  }

  @Test
  void endsConnectionsThatSendFramesWithoutData() throws IOException {
    try (RawConnection connection = new RawConnection(server.getPort())) {
      connection.begin(1, "matinee.trainer.v1.RatingsService/RecordRatings");
      connection.sendEmptyFrames(1, EMPTY_FRAMES);
      assertThat(connection.awaitGoAway()).isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  private ClientCall<ListUserRatingsRequest, ListUserRatingsResponse> begin() {
    return begin(RatingsServiceGrpc.getListUserRatingsMethod());
  }

  private <Q, R> ClientCall<Q, R> begin(MethodDescriptor<Q, R> method) {
    ClientCall<Q, R> call =
        channel.newCall(
            method, CallOptions.DEFAULT.withWaitForReady().withDeadlineAfter(20, TimeUnit.SECONDS));
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            failures.add(status.asRuntimeException(trailers));
          }
        },
        new Metadata());
    return call;
  }

  private ClientCall<ListUserRatingsRequest, ListUserRatingsResponse> whole(
      ListUserRatingsRequest request) {
    var call = begin();
    call.sendMessage(request);
    return call;
  }

  private void assertRefused(Reason reason, String text) throws InterruptedException {
    Throwable failure = failures.poll(20, TimeUnit.SECONDS);
    assertThat(failure).hasMessageContaining(text);
    assertThat(ErrorStatus.reason(failure)).contains(reason);
    assertThat(ErrorStatus.retryInfo(failure)).isPresent();
  }

  private static ListUserRatingsRequest unanswered(String pageToken) {
    return ListUserRatingsRequest.newBuilder()
        .setDataset("datasets/movielens")
        .setUserId("never")
        .setPageToken(pageToken)
        .build();
  }

  /** Fails by a timeout while the server keeps the connection. */
  private static void awaitEnd(Socket connection) throws IOException {
    connection.setSoTimeout(PATIENCE_MILLISECONDS);
    try {
      connection.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  private static boolean isServed(Socket connection) throws IOException {
    try {
      return connection.getInputStream().read() != END;
    } catch (SocketException reset) {
      return false;
    }
  }
}
