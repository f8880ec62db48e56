package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import java.time.Instant;

/**
 * A service that runs.
 *
 * @param service which
 * @param pid its process
 * @param since when it was started
 * @param port its gRPC port
 * @param httpPort its HTTP port
 */
public record Running(Service service, long pid, Instant since, int port, int httpPort) {}
