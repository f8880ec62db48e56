package io.matinee.bench;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Generated files of 20 million ratings into durable data sets, beside pandas.read_csv of the same
 * file right before and after: sorted by user and by time, ids numeric and textual; then 24 million
 * as the Netflix prize wrote them, which pandas cannot read, beside the rows a second by time.
 * Parts: user, user-text, time, time-text, netflix.
 */
final class ImportBenchmark implements Benchmark {
  private static final int ROWS = 20_000_000;
  private static final int NETFLIX_ROWS = 24_000_000;
  private static final double GOAL = 1.5;
  private static final double GOAL_OF_THE_OTHERS = 3;
  private static final double MEBIBYTES = 1_000;

  private static final List<PythonPackage> YARDSTICK =
      List.of(PythonPackage.NUMPY, PythonPackage.PANDAS);

  /** What is imported by the name of its part. */
  private static final Map<String, GeneratedRatings> CASES = cases();

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
    double rowsPerSecond = 0;
    for (Map.Entry<String, GeneratedRatings> entry : CASES.entrySet()) {
      String part = entry.getKey();
      GeneratedRatings ratings = entry.getValue();
      if (workplace.options().wants(part)) {
        ratings.write(file, ROWS, 1);
        double goal = part.equals("user") ? GOAL : GOAL_OF_THE_OTHERS;
        JsonNode before = python.run("read_csv.py", YARDSTICK, file);
        Imported imported = imported(part, file, ROWS, home, workplace.root());
        JsonNode after = python.run("read_csv.py", YARDSTICK, file);
        figures.addAll(beside(before, after, imported, ratings, goal));
        rowsPerSecond = part.equals("time") ? ROWS / imported.seconds() : rowsPerSecond;
      }
    }
    if (workplace.options().wants("netflix")) {
      new GeneratedNetflixRatings().write(file, NETFLIX_ROWS, 1);
      Imported imported = imported("netflix", file, NETFLIX_ROWS, home, workplace.root());
      figures.addAll(ofNetflix(imported, rowsPerSecond));
    }
    return List.copyOf(figures);
  }

  private static Map<String, GeneratedRatings> cases() {
    Map<String, GeneratedRatings> cases = new LinkedHashMap<>();
    cases.put("user", new GeneratedRatings(false, false));
    cases.put("user-text", new GeneratedRatings(false, true));
    cases.put("time", new GeneratedRatings(true, false));
    cases.put("time-text", new GeneratedRatings(true, true));
    return cases;
  }

  /** Beside what pandas took with all cores, which it has used since 3.1, and with one. */
  private static List<Figure> beside(
      JsonNode before, JsonNode after, Imported imported, GeneratedRatings ratings, double goal) {
    double all = mean(before, after, "seconds");
    double one = mean(before, after, "seconds_of_one_thread");
    return List.of(
        Figure.reported("import, " + ratings, imported.seconds(), "s"),
        Figure.reported(PythonPackage.PANDAS.inWords() + ", read_csv, " + ratings, all, "s"),
        Figure.reported(PythonPackage.PANDAS.inWords() + ", with one thread", one, "s"),
        Figure.atMost("import to read_csv", imported.seconds() / all, "ratio", goal),
        Figure.reported("import to it with one thread", imported.seconds() / one, "ratio"),
        imported.memory());
  }

  private static List<Figure> ofNetflix(Imported imported, double rowsPerSecondByTime) {
    String name = "import, as the Netflix prize, 24 million rows";
    double rowsPerSecond = NETFLIX_ROWS / imported.seconds();
    return List.of(
        Figure.reported(name, imported.seconds(), "s"),
        rowsPerSecondByTime == 0
            ? Figure.reported("rows a second", rowsPerSecond, "rows/s")
            : Figure.atLeast("rows a second", rowsPerSecond, "rows/s", rowsPerSecondByTime),
        imported.memory());
  }

  private static double mean(JsonNode before, JsonNode after, String field) {
    return (before.get(field).asDouble() + after.get(field).asDouble()) / 2;
  }

  /** Each case has a trainer of its own, as the first import of a process is the slowest. */
  private static Imported imported(String part, Path file, int rows, SuiteHome home, Path root)
      throws IOException, InterruptedException {
    try (LoneService trainer = LoneService.start(root, home, Service.TRAINER, "")) {
      double seconds = secondsToImport(trainer.port(), "generated-" + part, file, rows);
      return new Imported(seconds, trainer.peakMebibytes());
    }
  }

  /** What an import took. */
  private record Imported(double seconds, double peakMebibytes) {
    Figure memory() {
      return Figure.atMost("the trainer's peak memory", peakMebibytes, "MiB", MEBIBYTES);
    }
  }

  private static double secondsToImport(int port, String dataset, Path file, int rows)
      throws IOException {
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
      if (ratings != rows) {
        throw new IOException(ratings + " ratings came in of " + rows);
      }
      return seconds;
    } finally {
      channel.shutdownNow();
    }
  }
}
