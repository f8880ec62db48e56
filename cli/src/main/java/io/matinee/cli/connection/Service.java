package io.matinee.cli.connection;

import java.util.Locale;

/** The four services, in the order in which they start. */
public enum Service {
  /** Data sets, ratings, training, registry. */
  TRAINER(9001),
  /** Recommendations, predictions, embeddings, catalogue. */
  SERVING(9002),
  /** Similar movies. */
  SIMILARITY(9003),
  /** Evaluation. */
  METRICS(9004);

  private final int port;

  Service(int port) {
    this.port = port;
  }

  /** Returns the name in flags, folders and modules: "trainer". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the gRPC port when nothing else is said. */
  public int defaultPort() {
    return port;
  }

  /** Returns the distance from the first service's port, 0 to 3. */
  public int portOffset() {
    return port - TRAINER.port;
  }
}
