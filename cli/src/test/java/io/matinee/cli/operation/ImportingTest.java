package io.matinee.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.Operation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.testing.KeptDatasets;
import io.matinee.cli.testing.LocalServer;
import io.matinee.cli.testing.SilentConsole;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.CreateDatasetResponse;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that a server on a socket refuses. */
class ImportingTest {
  private static final String NAME = "datasets/films";

  private final Refusing trainer = new Refusing();

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private LocalServer server;

  @BeforeEach
  void start() throws IOException {
    server = LocalServer.start(Service.TRAINER, trainer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void leavesNoDataSetThatWasMadeForAnImportThatFails() {
    refuse();
    assertThat(trainer.created).isTrue();
    assertThat(trainer.all()).isEmpty();
  }

  @Test
  void leavesADataSetThatWasThere() {
    trainer.put(NAME, "");
    refuse();
    assertThat(trainer.all()).containsOnlyKeys(NAME);
  }

  @Test
  void leavesADataSetIntoWhichSomebodyElseHasImported() {
    trainer.filledMeanwhile = true;
    refuse();
    assertThat(trainer.all()).containsOnlyKeys(NAME);
  }

  private void refuse() {
    Importing importing = new Importing(new Clients(server.connection()), SilentConsole.open());
    ImportRatingsRequest request = ImportRatingsRequest.newBuilder().setDataset(NAME).build();
    assertThatThrownBy(() -> importing.read(request))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("no ratings");
  }

  /** Refuses imports. */
  private static final class Refusing extends KeptDatasets {
    private volatile boolean created;
    private volatile boolean filledMeanwhile;

    @Override
    public void createDataset(
        CreateDatasetRequest request, StreamObserver<CreateDatasetResponse> reply) {
      created = true;
      super.createDataset(request, reply);
    }

    @Override
    public void importRatings(ImportRatingsRequest request, StreamObserver<Operation> reply) {
      if (filledMeanwhile) {
        put(request.getDataset(), request.getDataset() + "/versions/1");
      }
      reply.onError(
          Status.INVALID_ARGUMENT.withDescription("there are no ratings").asRuntimeException());
    }
  }
}
