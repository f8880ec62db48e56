package io.matinee.bench.faults.call;

import io.matinee.cli.connection.Service;
import java.util.HexFormat;
import java.util.Map;

/**
 * A call as it goes over the wire.
 *
 * @param number its number among the calls of its seed
 * @param target the method that it was made for
 * @param headers the HTTP/2 headers, pseudo-headers first
 * @param body the framed messages
 * @param breaksTransport whether it breaks gRPC or HTTP/2 itself, not only its contract
 * @param oddity what is odd about it, for people
 */
public record OddCall(
    int number,
    Target target,
    Map<String, String> headers,
    byte[] body,
    boolean breaksTransport,
    String oddity) {
  private static final int SHOWN_BYTES = 256;

  /** Returns the process that answers it. */
  public Service service() {
    return target.service();
  }

  /** Returns one line from which the call can be made again: its number, method and bytes. */
  public String line() {
    int shown = Math.min(SHOWN_BYTES, body.length);
    return "case %d: %s %s (%s), %d bytes %s%s"
        .formatted(
            number,
            target.service().id(),
            target.path(),
            oddity,
            body.length,
            HexFormat.of().formatHex(body, 0, shown),
            shown < body.length ? "..." : "");
  }
}
