package io.matinee.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Endpoint;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Console;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.CreateDatasetResponse;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetResponse;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetResponse;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that a server on a socket refuses. */
class ImportingTest {
  private static final String NAME = "datasets/films";

  private final Refusing trainer = new Refusing();

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private Server server;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private Connection connection;

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(trainer)
            .build()
            .start();
    Endpoint endpoint = Endpoint.local(server.getPort());
    connection =
        new Connection(
            ConnectionSettings.plain(Map.of(Service.TRAINER, endpoint)), Duration.ofMinutes(1));
  }

  @AfterEach
  void stop() {
    connection.close();
    server.shutdownNow();
  }

  @Test
  void leavesNoDataSetThatWasMadeForAnImportThatFails() {
    refuse();
    assertThat(trainer.created).isTrue();
    assertThat(trainer.datasets).isEmpty();
  }

  @Test
  void leavesADataSetThatWasThere() {
    trainer.datasets.put(NAME, Dataset.newBuilder().setName(NAME).build());
    refuse();
    assertThat(trainer.datasets).containsOnlyKeys(NAME);
  }

  @Test
  void leavesADataSetIntoWhichSomebodyElseHasImported() {
    trainer.filledMeanwhile = true;
    refuse();
    assertThat(trainer.datasets).containsOnlyKeys(NAME);
  }

  private void refuse() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Importing importing =
        new Importing(new Clients(connection), new Console(nowhere, nowhere, false, false));
    ImportRatingsRequest request = ImportRatingsRequest.newBuilder().setDataset(NAME).build();
    assertThatThrownBy(() -> importing.read(request))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("no ratings");
  }

  /** Keeps data sets, and refuses imports. */
  private static final class Refusing extends DatasetServiceGrpc.DatasetServiceImplBase {
    private final Map<String, Dataset> datasets = new ConcurrentHashMap<>();
    private volatile boolean created;
    private volatile boolean filledMeanwhile;

    @Override
    public void getDataset(GetDatasetRequest request, StreamObserver<GetDatasetResponse> reply) {
      Dataset found = datasets.get(request.getName());
      if (found == null) {
        reply.onError(Status.NOT_FOUND.asRuntimeException());
        return;
      }
      reply.onNext(GetDatasetResponse.newBuilder().setDataset(found).build());
      reply.onCompleted();
    }

    @Override
    public void createDataset(
        CreateDatasetRequest request, StreamObserver<CreateDatasetResponse> reply) {
      created = true;
      Dataset dataset = Dataset.newBuilder().setName("datasets/" + request.getDatasetId()).build();
      datasets.put(dataset.getName(), dataset);
      reply.onNext(CreateDatasetResponse.newBuilder().setDataset(dataset).build());
      reply.onCompleted();
    }

    @Override
    public void importRatings(ImportRatingsRequest request, StreamObserver<Operation> reply) {
      if (filledMeanwhile) {
        datasets.computeIfPresent(
            request.getDataset(),
            (name, dataset) -> dataset.toBuilder().setLatestVersion(name + "/versions/1").build());
      }
      reply.onError(
          Status.INVALID_ARGUMENT.withDescription("there are no ratings").asRuntimeException());
    }

    @Override
    public void deleteDataset(
        DeleteDatasetRequest request, StreamObserver<DeleteDatasetResponse> reply) {
      datasets.remove(request.getName());
      reply.onNext(DeleteDatasetResponse.getDefaultInstance());
      reply.onCompleted();
    }
  }
}
