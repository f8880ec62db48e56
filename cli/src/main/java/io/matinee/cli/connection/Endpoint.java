package io.matinee.cli.connection;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;

/**
 * Where a service listens.
 *
 * @param host a name or address; an IPv6 address without brackets
 * @param port 1 to 65,535
 * @param encrypted whether it speaks TLS
 */
public record Endpoint(String host, int port, boolean encrypted) {
  private static final String ENCRYPTED = "https://";
  private static final String PLAIN = "http://";

  /**
   * Reads "host:port", with "https://" before it for TLS.
   *
   * @param text what was given
   * @return the endpoint
   * @throws CommandFailure when it is not of that form
   */
  public static Endpoint parse(String text) {
    boolean encrypted = text.startsWith(ENCRYPTED);
    String address = text.replaceFirst("^(" + ENCRYPTED + "|" + PLAIN + ")", "");
    int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw malformed(text);
    }
    int port = Integer.parseInt(address.substring(colon + 1));
    if (port < 1 || port > 65_535) {
      throw malformed(text);
    }
    String host = address.substring(0, colon).replaceAll("^\\[|\\]$", "");
    return new Endpoint(host, port, encrypted);
  }

  /** Returns the endpoint of a service on this machine. */
  public static Endpoint local(int port) {
    return new Endpoint("127.0.0.1", port, false);
  }

  /** "host:port". */
  public String address() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private static CommandFailure malformed(String text) {
    return new CommandFailure(
        ExitCode.USAGE, "\"" + text + "\" is not an endpoint; give host:port or https://host:port");
  }
}
