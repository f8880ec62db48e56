package io.matinee.cli.view;

import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Table;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.Suite;
import io.matinee.cli.suite.SuiteHome;

/** What runs where, as text. */
public final class SuiteView {
  private SuiteView() {}

  /** Returns the services of a suite that has started. */
  public static String started(Suite suite, SuiteHome home) {
    Ports ports = suite.ports();
    Table table = Table.of("service", "gRPC", "metrics and health", ">process", "log");
    for (Service service : Service.values()) {
      table.row(
          service.id(),
          "127.0.0.1:" + ports.grpc(service),
          "http://127.0.0.1:%d/metrics, /q/health".formatted(ports.http(service)),
          Long.toString(suite.pid(service)),
          home.log(service).toString());
    }
    return "What runs where" + System.lineSeparator() + table.indented();
  }
}
