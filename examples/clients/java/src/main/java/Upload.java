import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.BlockingClientCall;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.proto.trainer.v1.UploadedFile;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Uploads a folder's ratings, follows their import to its end, and reads a stream: the alias that readers follow. */
class Upload {
  /** What an import of RATINGS_FORM_DELIMITED reads. */
  private static final List<String> NAMES = List.of("ratings.csv", "movies.csv", "links.csv", "tags.csv");

  private static final int CHUNK_BYTES = 256 * 1024;

  private final ManagedChannel channel;

  private Upload(ManagedChannel channel) {
    this.channel = channel;
  }

  public static void main(String[] arguments) throws Exception {
    ManagedChannel channel = Grpc.newChannelBuilder(arguments[0], InsecureChannelCredentials.create()).build();
    int exitStatus = 0;
    try {
      new Upload(channel).run(Path.of(arguments[1]), arguments[2]);
    } catch (StatusException | StatusRuntimeException error) {
      System.err.println(Failures.reason(error) + ": " + error.getMessage());
      exitStatus = 1;
    } finally {
      channel.shutdownNow();
    }
    System.exit(exitStatus);
  }

  private void run(Path folder, String dataset) throws Exception {
    create(dataset);
    DatasetVersion version = follow(upload(folder, dataset));
    System.out.println(version.getName() + " " + version.getCounts().getRatings() + " ratings");

    var alias = WatchAliasRequest.newBuilder().setName("models/movies/aliases/production").build();
    var stream = ModelRegistryServiceGrpc.newBlockingV2Stub(channel).withDeadlineAfter(10, TimeUnit.SECONDS).watchAlias(alias);
    // The present state comes at once, then each change; a service would go on reading.
    String target = stream.read().getAlias().getModelVersion();
    System.out.println(alias.getName() + " " + (target.isEmpty() ? "points at nothing" : target));
    stream.cancel("read enough", null);
  }

  /** Creates a data set unless it is there. */
  private void create(String dataset) {
    try {
      var unused = DatasetServiceGrpc.newBlockingStub(channel)
          .withDeadlineAfter(10, TimeUnit.SECONDS)
          .createDataset(CreateDatasetRequest.newBuilder().setDatasetId(dataset).build());
    } catch (StatusRuntimeException error) {
      if (error.getStatus().getCode() != Code.ALREADY_EXISTS) {
        throw error;
      }
    }
  }

  /** Sends a header that describes the files, then their bytes in its order. */
  private Operation upload(Path folder, String dataset) throws Exception {
    List<Path> files = NAMES.stream().map(folder::resolve).filter(Files::exists).toList();
    // Sent again with the same header, the request id brings the same operation, not another import.
    var header = UploadDatasetHeader.newBuilder()
        .setDataset("datasets/" + dataset)
        .setSource(folder.toAbsolutePath().normalize().getFileName().toString())
        .setRequestId(UUID.randomUUID().toString());
    for (Path file : files) {
      header.addFiles(describe(file));
    }
    var call = DatasetServiceGrpc.newBlockingV2Stub(channel).withDeadlineAfter(1, TimeUnit.HOURS).uploadDataset();
    boolean wanted = call.write(UploadDatasetRequest.newBuilder().setHeader(header).build());
    for (int i = 0; i < files.size() && wanted; i++) {
      wanted = send(call, files.get(i));
    }
    call.halfClose();
    return call.read();
  }

  /** Returns a file's name, size and digest: the trainer checks them. */
  private static UploadedFile describe(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return UploadedFile.newBuilder()
        .setName(file.getFileName().toString())
        .setSizeBytes(Files.size(file))
        .setSha256(HexFormat.of().formatHex(digest.digest()))
        .build();
  }

  /** Sends a file's bytes, waiting while there is no room; returns false when the trainer has answered before all was sent. */
  private static boolean send(BlockingClientCall<UploadDatasetRequest, Operation> call, Path file) throws Exception {
    try (InputStream bytes = Files.newInputStream(file)) {
      for (byte[] chunk = bytes.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = bytes.readNBytes(CHUNK_BYTES)) {
        if (!call.write(UploadDatasetRequest.newBuilder().setChunk(ByteString.copyFrom(chunk)).build())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Waits for an operation's end, and tells how far it is meanwhile. */
  private DatasetVersion follow(Operation operation) throws Exception {
    while (!operation.getDone()) {
      System.err.println(operation.getMetadata().unpack(ImportRatingsMetadata.class).getStage());
      operation = OperationsGrpc.newBlockingStub(channel)
          .withDeadlineAfter(10, TimeUnit.SECONDS)
          .waitOperation(WaitOperationRequest.newBuilder()
              .setName(operation.getName())
              .setTimeout(Duration.newBuilder().setSeconds(1))
              .build());
    }
    if (operation.hasError()) {
      throw StatusProto.toStatusRuntimeException(operation.getError());
    }
    return operation.getResponse().unpack(ImportRatingsResponse.class).getDatasetVersion();
  }
}
