package io.matinee.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Service;
import io.matinee.cli.testing.LocalServer;
import io.matinee.cli.testing.SilentConsole;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.QueryUploadRequest;
import io.matinee.proto.trainer.v1.QueryUploadResponse;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.proto.trainer.v1.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads to a server that answers on a socket. */
class DatasetUploadTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final int MANY = 1_000;
  private static final int FEW = 100;

  private final Receiver receiver = new Receiver();

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private LocalServer server;

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start(Service.TRAINER, receiver);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsWhatItDescribesOneFileAfterAnother() throws IOException {
    LocalFiles files = files("abc", "x".repeat(FileToSend.CHUNK_BYTES + 1), "");
    UploadDatasetHeader template =
        UploadDatasetHeader.newBuilder().setDataset("datasets/d").setRequestId("id").build();

    assertThat(upload().send(template, files).getName()).isEqualTo("received");

    assertThat(receiver.header.toBuilder().clearFiles().build())
        .isEqualTo(template.toBuilder().setSource("films").build());
    assertThat(receiver.header.getFiles(0))
        .isEqualTo(
            UploadedFile.newBuilder().setName("0.csv").setSizeBytes(3).setSha256(ABC).build());
    assertThat(receiver.header.getFilesList())
        .extracting(UploadedFile::getSizeBytes)
        .containsExactly(3L, FileToSend.CHUNK_BYTES + 1L, 0L);
    assertThat(receiver.bytes.toStringUtf8())
        .isEqualTo("abc" + "x".repeat(FileToSend.CHUNK_BYTES + 1));
  }

  @Test
  void sendsNamesWithControlCharactersWithoutThem() throws IOException {
    Path file = Files.writeString(folder.resolve("a\n\u001b[1m\\\tb.csv"), "abc");
    upload().send(UploadDatasetHeader.getDefaultInstance(), LocalFiles.at(file, Optional.empty()));
    assertThat(receiver.header.getFiles(0).getName()).isEqualTo("a__[1m__b.csv");
    assertThat(receiver.header.getSource()).doesNotMatch("(?s).*\\p{Cc}.*").endsWith("b.csv");
  }

  @Test
  void endsWithTheAnswerThatComesBeforeAllIsSent() throws IOException {
    receiver.answersAtOnce = true;
    assertThat(upload().send(UploadDatasetHeader.getDefaultInstance(), files("abc")).getName())
        .isEqualTo("known");
  }

  @Test
  void endsWithTheRefusalThatComesBeforeAllIsSent() throws IOException {
    receiver.refusal = Status.RESOURCE_EXHAUSTED.withDescription("the disk is full");
    LocalFiles files = files("abc");
    assertThatThrownBy(() -> upload().send(UploadDatasetHeader.getDefaultInstance(), files))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("the disk is full");
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    String content = "x".repeat(3 * FileToSend.CHUNK_BYTES) + "y";
    receiver.breaksLeft = 3;
    assertThat(upload().send(UploadDatasetHeader.getDefaultInstance(), files("abc", content)))
        .isNotNull();
    assertThat(receiver.bytes.toStringUtf8()).isEqualTo("abc" + content);
    assertThat(receiver.offsets)
        .containsExactly(0L, 3L, 3L + FileToSend.CHUNK_BYTES, 3L + 2 * FileToSend.CHUNK_BYTES);
  }

  @Test
  void endsWhenNothingMoreComesThrough() throws IOException {
    receiver.refusal = Status.UNAVAILABLE.withDescription("restarting");
    LocalFiles files = files("abc");
    assertThatThrownBy(() -> upload().send(UploadDatasetHeader.getDefaultInstance(), files))
        .hasMessageContaining("restarting");
    assertThat(receiver.calls).hasValue(5);
  }

  /** A sender that did not wait would have sent all of it, and ended. */
  @Test
  void waitsWhileTheReceiverTakesNothing() throws Exception {
    receiver.takesNothing = true;
    PacedUpload<UploadDatasetRequest> paced = new PacedUpload<>();
    DatasetServiceGrpc.newStub(channel()).uploadDataset(paced);
    UploadDatasetRequest part =
        UploadDatasetRequest.newBuilder()
            .setChunk(ByteString.copyFrom(new byte[FileToSend.CHUNK_BYTES]))
            .build();
    AtomicInteger sent = new AtomicInteger();
    Thread sender =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (sent.get() < MANY && paced.send(part)) {
                    sent.incrementAndGet();
                  }
                });
    receiver.begun.get(1, TimeUnit.MINUTES);
    while (sender.isAlive() && sender.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(sent.get()).isLessThan(FEW);
    paced.abandon(new IOException("the test is over"));
    sender.join();
  }

  private DatasetUpload upload() {
    return new DatasetUpload(channel(), SilentConsole.open(), Duration.ZERO);
  }

  private Channel channel() {
    return server.connection().channel(Service.TRAINER);
  }

  private LocalFiles files(String... contents) throws IOException {
    for (int i = 0; i < contents.length; i++) {
      Files.writeString(folder.resolve(i + ".csv"), contents[i]);
    }
    try (var written = Files.list(folder)) {
      return new LocalFiles(written.sorted().toList(), "films");
    }
  }

  /** Takes one upload, in as many calls as it lets it be brought. */
  private static final class Receiver extends DatasetServiceGrpc.DatasetServiceImplBase {
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private volatile boolean answersAtOnce;
    private volatile boolean takesNothing;
    private volatile Status refusal = Status.OK;
    private volatile UploadDatasetHeader header = UploadDatasetHeader.getDefaultInstance();
    private volatile ByteString bytes = ByteString.EMPTY;
    private volatile int breaksLeft;
    private final List<Long> offsets = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void queryUpload(QueryUploadRequest request, StreamObserver<QueryUploadResponse> reply) {
      reply.onNext(QueryUploadResponse.newBuilder().setReceivedBytes(bytes.size()).build());
      reply.onCompleted();
    }

    @Override
    public StreamObserver<UploadDatasetRequest> uploadDataset(StreamObserver<Operation> reply) {
      if (takesNothing) {
        ((ServerCallStreamObserver<Operation>) reply).disableAutoRequest();
      }
      begun.complete(true);
      calls.incrementAndGet();
      return new StreamObserver<>() {
        private boolean broken;

        @Override
        public void onNext(UploadDatasetRequest part) {
          if (!refusal.isOk()) {
            reply.onError(refusal.asRuntimeException());
          } else if (answersAtOnce) {
            answer("known");
          } else if (part.hasHeader()) {
            header = part.getHeader();
            offsets.add(header.getOffsetBytes());
          } else if (!broken) {
            bytes = bytes.concat(part.getChunk());
            broken = breaksLeft > 0;
            if (broken) {
              breaksLeft--;
              reply.onError(Status.UNAVAILABLE.asRuntimeException());
            }
          }
        }

        @Override
        public void onError(Throwable failure) {
          // The sender has given up.
        }

        @Override
        public void onCompleted() {
          answer("received");
        }

        private void answer(String name) {
          reply.onNext(Operation.newBuilder().setName(name).build());
          reply.onCompleted();
        }
      };
    }
  }
}
