package io.matinee.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.testing.LocalServer;
import io.matinee.cli.testing.SilentConsole;
import io.matinee.proto.trainer.v1.ImportModelVersionHeader;
import io.matinee.proto.trainer.v1.ImportModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of factors on their way to a server that answers on a socket. */
class ScorerUploadTest {
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
  void sendsWhatItDescribes() throws IOException {
    String content = "x".repeat(FileToSend.CHUNK_BYTES + 1);
    Path file = Files.writeString(folder.resolve("made.npz"), content);
    ImportModelVersionHeader template =
        ImportModelVersionHeader.newBuilder().setModel("models/movies").build();

    assertThat(upload().send(template, file).getName()).isEqualTo("begun");

    assertThat(receiver.header.getModel()).isEqualTo("models/movies");
    assertThat(receiver.header.getFile().getName()).isEqualTo("made.npz");
    assertThat(receiver.header.getFile().getSizeBytes()).isEqualTo(content.length());
    assertThat(receiver.bytes.toStringUtf8()).isEqualTo(content);
  }

  @Test
  void endsWithTheRefusal() throws IOException {
    receiver.refusal = Optional.of(Status.INVALID_ARGUMENT.withDescription("no such data set"));
    Path file = Files.writeString(folder.resolve("made.npz"), "abc");

    assertThatThrownBy(() -> upload().send(ImportModelVersionHeader.getDefaultInstance(), file))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("no such data set");
  }

  @Test
  void namesAFileThatCannotBeRead() {
    Path file = folder.resolve("missing.npz");

    assertThatThrownBy(() -> upload().send(ImportModelVersionHeader.getDefaultInstance(), file))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("missing.npz cannot be read");
  }

  private ScorerUpload upload() {
    return new ScorerUpload(server.connection().channel(Service.TRAINER), SilentConsole.open());
  }

  /** Keeps what comes. */
  private static final class Receiver
      extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
    private volatile ImportModelVersionHeader header =
        ImportModelVersionHeader.getDefaultInstance();
    private volatile ByteString bytes = ByteString.EMPTY;
    private volatile Optional<Status> refusal = Optional.empty();

    @Override
    public StreamObserver<ImportModelVersionRequest> importModelVersion(
        StreamObserver<Operation> reply) {
      return new StreamObserver<>() {
        @Override
        public void onNext(ImportModelVersionRequest part) {
          if (refusal.isPresent()) {
            reply.onError(refusal.get().asRuntimeException());
          } else if (part.hasHeader()) {
            header = part.getHeader();
          } else {
            bytes = bytes.concat(part.getChunk());
          }
        }

        @Override
        public void onError(Throwable failure) {
          // The caller has gone.
        }

        @Override
        public void onCompleted() {
          if (refusal.isEmpty()) {
            reply.onNext(Operation.newBuilder().setName("begun").build());
            reply.onCompleted();
          }
        }
      };
    }
  }
}
