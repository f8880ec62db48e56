package io.matinee.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.cli.testing.LocalServer;
import io.matinee.cli.testing.SilentConsole;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.ExportDatasetHeader;
import io.matinee.proto.trainer.v1.ExportDatasetRequest;
import io.matinee.proto.trainer.v1.ExportDatasetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a server that answers on a socket. */
class DatasetExportTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final Sender sender = new Sender();

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private LocalServer server;

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start(Service.TRAINER, sender);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void writesTheWholeFileInPlaceOfTheOneBefore() throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.csv"), "old");

    assertThat(save(file).getSha256()).isEqualTo(ABC);

    assertThat(file).hasContent("abc");
    assertThat(names()).containsExactly("ratings.csv");
  }

  @Test
  void keepsNothingOfWhatIsOtherThanAnnounced() throws IOException {
    sender.chunks = List.of("ab", "d");
    assertThatThrownBy(() -> save(folder.resolve("ratings.csv")))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_LOSS));
    assertThat(names()).isEmpty();
  }

  @Test
  void leavesTheOldFileWhenTheStreamBreaksOff() throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.csv"), "old");
    sender.failure = Optional.of(Status.UNAVAILABLE);

    assertThatThrownBy(() -> save(file)).isInstanceOf(StatusRuntimeException.class);

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("ratings.csv");
  }

  @Test
  void writesWhatALinkLeadsToAndLeavesTheLink() throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file.getFileName());

    save(link);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("abc");
    assertThat(names()).containsExactlyInAnyOrder("link.csv", "ratings.csv");
  }

  @Test
  void refusesALinkToNothing() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("missing.csv"));

    assertThatThrownBy(() -> save(link)).hasMessageEndingWith("it is a link to nothing");

    assertThat(link).isSymbolicLink();
  }

  @Test
  void writesStraightThroughAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> content(pipe));

    save(pipe);

    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    assertThat(read.join()).isEqualTo("abc");
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  void namesAFileThatCannotBeWritten() {
    assertThatThrownBy(() -> save(folder.resolve("missing").resolve("ratings.csv")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageEndingWith("ratings.csv cannot be written: its folder is not there");
  }

  private ExportDatasetHeader save(Path file) {
    return new DatasetExport(
            DatasetServiceGrpc.newBlockingStub(server.connection().channel(Service.TRAINER)),
            ProgressDisplay.open(SilentConsole.open(), "Exporting"))
        .save(ExportDatasetRequest.getDefaultInstance(), file);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Announces "abc", and sends what it is told. */
  private static final class Sender extends DatasetServiceGrpc.DatasetServiceImplBase {
    private volatile List<String> chunks = List.of("ab", "c");
    private volatile Optional<Status> failure = Optional.empty();

    @Override
    public void exportDataset(
        ExportDatasetRequest request, StreamObserver<ExportDatasetResponse> reply) {
      reply.onNext(
          ExportDatasetResponse.newBuilder()
              .setHeader(ExportDatasetHeader.newBuilder().setSizeBytes(3).setSha256(ABC))
              .build());
      for (String chunk : chunks) {
        reply.onNext(
            ExportDatasetResponse.newBuilder().setChunk(ByteString.copyFromUtf8(chunk)).build());
      }
      failure.ifPresentOrElse(
          status -> reply.onError(status.asRuntimeException()), reply::onCompleted);
    }
  }
}
