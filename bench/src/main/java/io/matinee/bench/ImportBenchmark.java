package io.matinee.bench;

import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.bench.suite.LoneService;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A generated ratings.csv of 20 million rows into a durable data set, beside pandas.read_csv. */
final class ImportBenchmark implements Benchmark {
  private static final int ROWS = 20_000_000;
  private static final String DATASET = "datasets/generated";

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String description() {
    return "20 million generated rows into a durable data set, beside pandas.read_csv";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    SuiteHome home =
        new SuiteHome(Files.createDirectories(workplace.scratch().resolve("import-home")));
    Path file = home.data().resolve("ratings.csv");
    GeneratedRatings.write(file, ROWS, 1);
    PythonYardstick python = new PythonYardstick(workplace.root());
    double pandas = python.run("read_csv.py", List.of("pandas"), file).get("seconds").asDouble();
    try (LoneService trainer = LoneService.start(workplace.root(), home, Service.TRAINER, "")) {
      double seconds = secondsToImport(trainer.port(), file);
      double again = python.run("read_csv.py", List.of("pandas"), file).get("seconds").asDouble();
      double yardstick = (pandas + again) / 2;
      return List.of(
          Figure.reported("import of 20 million rows", seconds, "s"),
          Figure.reported("pandas.read_csv", yardstick, "s"),
          Figure.atMost("import to pandas.read_csv", seconds / yardstick, "ratio", 2),
          Figure.atMost("the trainer's peak memory", trainer.peakMebibytes(), "MiB", 2048));
    }
  }

  private static double secondsToImport(int port, Path file) throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      DatasetServiceGrpc.DatasetServiceBlockingStub datasets =
          DatasetServiceGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.MINUTES);
      datasets.createDataset(
          CreateDatasetRequest.newBuilder()
              .setDatasetId(DATASET.substring(DATASET.indexOf('/') + 1))
              .build());
      long start = System.nanoTime();
      Operation operation =
          datasets.importRatings(
              ImportRatingsRequest.newBuilder()
                  .setDataset(DATASET)
                  .setUri(file.toUri().toString())
                  .build());
      OperationsGrpc.OperationsBlockingStub operations =
          OperationsGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.MINUTES);
      while (!operation.getDone()) {
        operation =
            operations.waitOperation(
                WaitOperationRequest.newBuilder().setName(operation.getName()).build());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (operation.hasError()) {
        throw new IOException(operation.getError().getMessage());
      }
      long ratings =
          operation
              .getResponse()
              .unpack(ImportRatingsResponse.class)
              .getDatasetVersion()
              .getCounts()
              .getRatings();
      if (ratings != ROWS) {
        throw new IOException(ratings + " ratings came in of " + ROWS);
      }
      return seconds;
    } finally {
      channel.shutdownNow();
    }
  }
}
