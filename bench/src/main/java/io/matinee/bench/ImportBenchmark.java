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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Generated files of 20 million ratings into durable data sets, beside pandas.read_csv of the same
 * file right before and after: sorted by user and by time, ids numeric and textual.
 */
final class ImportBenchmark implements Benchmark {
  private static final int ROWS = 20_000_000;
  private static final double GOAL = 1.5;
  private static final double GOAL_OF_THE_OTHERS = 3;
  private static final double MEBIBYTES = 1_000;
  private static final List<GeneratedRatings> CASES =
      List.of(
          new GeneratedRatings(false, false),
          new GeneratedRatings(false, true),
          new GeneratedRatings(true, false),
          new GeneratedRatings(true, true));

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String description() {
    return "20 million generated rows into durable data sets, beside pandas.read_csv";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    SuiteHome home =
        new SuiteHome(Files.createDirectories(workplace.scratch().resolve("import-home")));
    Path file = home.data().resolve("ratings.csv");
    PythonYardstick python = new PythonYardstick(workplace.root());
    List<Figure> figures = new ArrayList<>();
    for (GeneratedRatings ratings : CASES) {
      ratings.write(file, ROWS, 1);
      figures.addAll(measure(ratings, file, home, python, workplace.root()));
    }
    return List.copyOf(figures);
  }

  /** Each case has a trainer of its own, as the first import of a process is the slowest. */
  private static List<Figure> measure(
      GeneratedRatings ratings, Path file, SuiteHome home, PythonYardstick python, Path root)
      throws IOException, InterruptedException {
    double before = python.run("read_csv.py", List.of("pandas"), file).get("seconds").asDouble();
    try (LoneService trainer = LoneService.start(root, home, Service.TRAINER, "")) {
      String dataset = "generated-" + CASES.indexOf(ratings);
      double seconds = secondsToImport(trainer.port(), dataset, file);
      double after = python.run("read_csv.py", List.of("pandas"), file).get("seconds").asDouble();
      double yardstick = (before + after) / 2;
      double goal = CASES.indexOf(ratings) == 0 ? GOAL : GOAL_OF_THE_OTHERS;
      return List.of(
          Figure.reported("import, " + ratings, seconds, "s"),
          Figure.reported("pandas.read_csv, " + ratings, yardstick, "s"),
          Figure.atMost("import to pandas.read_csv", seconds / yardstick, "ratio", goal),
          Figure.atMost("the trainer's peak memory", trainer.peakMebibytes(), "MiB", MEBIBYTES));
    }
  }

  private static double secondsToImport(int port, String dataset, Path file) throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      DatasetServiceGrpc.DatasetServiceBlockingStub datasets =
          DatasetServiceGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.MINUTES);
      datasets.createDataset(CreateDatasetRequest.newBuilder().setDatasetId(dataset).build());
      long start = System.nanoTime();
      Operation operation =
          datasets.importRatings(
              ImportRatingsRequest.newBuilder()
                  .setDataset("datasets/" + dataset)
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
