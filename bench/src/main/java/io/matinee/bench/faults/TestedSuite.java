package io.matinee.bench.faults;

import io.matinee.bench.suite.RestartableSuite;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.suite.SuiteHome;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A suite that serves a small model, and what is needed to try it.
 *
 * @param suite the services
 * @param connection to them, as a standard client has it
 * @param model the model's making
 * @param version the version that is served
 * @param checkup of the services
 * @param loops of the raw connections
 */
record TestedSuite(
    RestartableSuite suite,
    Connection connection,
    SmallModel model,
    String version,
    Checkup checkup,
    EventLoopGroup loops)
    implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int LOOPS = 2;
  private static final int LOAD_LIMIT_SECONDS = 60;

  /** Starts the services and has them serve a model; takes about half a minute. */
  static TestedSuite start(Path root, SuiteHome home) throws IOException, InterruptedException {
    RestartableSuite suite = RestartableSuite.start(root, home);
    Connection connection = new Connection(suite.settings(), DEADLINE);
    SmallModel model = new SmallModel(new Clients(connection));
    model.importRatings(home.data().resolve("made-up"));
    String version = model.train();
    model.promote(version);
    if (!model.served(version, LOAD_LIMIT_SECONDS)) {
      throw new IOException("the readers do not serve " + version + "; see " + home.folder());
    }
    return new TestedSuite(
        suite,
        connection,
        model,
        version,
        new Checkup(suite, new Clients(connection)),
        new NioEventLoopGroup(LOOPS));
  }

  /** Returns the stubs of a standard client. */
  Clients clients() {
    return new Clients(connection);
  }

  @Override
  public void close() throws IOException {
    connection.close();
    loops.shutdownGracefully();
    suite.close();
  }
}
