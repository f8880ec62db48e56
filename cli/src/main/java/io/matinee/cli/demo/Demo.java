package io.matinee.cli.demo;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Importing;
import io.matinee.cli.output.Console;
import io.matinee.cli.suite.SuiteHome;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;

/**
 * The way from ratings to recommendations over running services; what the home holds is not made
 * again.
 */
public final class Demo {
  private final Connection connection;
  private final SuiteHome home;
  private final DemoSettings settings;
  private final Console console;

  /**
   * Makes a demo.
   *
   * @param connection to services that run
   * @param home their state's folder
   * @param settings what is asked for
   * @param console where to print
   */
  public Demo(Connection connection, SuiteHome home, DemoSettings settings, Console console) {
    this.connection = connection;
    this.home = home;
    this.settings = settings;
    this.console = console;
  }

  /** Imports, trains, evaluates, promotes, asks and prints; steps already done are left out. */
  public void show() {
    Clients clients = new Clients(connection);
    DemoData data = new DemoData(new Importing(clients, console), home, settings, console);
    String datasetVersion = data.held().orElseGet(data::bring);
    DemoModel model = new DemoModel(clients, settings, console);
    ModelVersion version = model.trained(datasetVersion);
    model.point(DemoSettings.CANDIDATE, version, "trained by the demo");
    Evaluation evaluation = model.evaluated(version);
    model.point(DemoSettings.PRODUCTION, version, "promoted by the demo");
    new Readiness(clients).await(version.getName());
    DescribeDatasetResponse description =
        clients
            .datasets()
            .describeDataset(DescribeDatasetRequest.newBuilder().setName(datasetVersion).build());
    DemoAnswers answers = new DemoQuestions(clients).ask(settings.user(), description);
    DemoReport report = new DemoReport(description, version, evaluation, answers);
    console.result(report.document(connection), report.text(connection));
  }
}
