package io.matinee.bench.faults.call;

import java.util.Map;
import java.util.random.RandomGenerator;

/** What is odd about the headers of a call. */
enum HeaderOddity {
  /** Nothing. */
  NONE,
  /** The call has no deadline of its own. */
  NO_TIMEOUT,
  /** The time is over before the call arrives. */
  SHORTEST_TIMEOUT,
  /** Eleven thousand years. */
  LONGEST_TIMEOUT,
  /** A timeout that is none. */
  MALFORMED_TIMEOUT(true),
  /** One header beyond what a server reads. */
  HUGE_HEADER(true),
  /** Many small headers. */
  MANY_HEADERS(true),
  /** A request id with all that text can hold. */
  ODD_REQUEST_ID,
  /** A binary header that is not Base64. */
  MALFORMED_BINARY(true),
  /** Credentials that nobody asked for. */
  CREDENTIALS,
  /** A method that is not there. */
  UNKNOWN_METHOD,
  /** A service that is not there. */
  UNKNOWN_SERVICE,
  /** A path that is not a method's. */
  NO_METHOD(true),
  /** A path of thousands of bytes. */
  LONG_PATH,
  /** A path that climbs. */
  CLIMBING_PATH,
  /** Another protocol's content. */
  OTHER_CONTENT(true),
  /** Not a POST. */
  OTHER_VERB(true);

  private final boolean breaksTransport;

  HeaderOddity() {
    this(false);
  }

  HeaderOddity(boolean breaksTransport) {
    this.breaksTransport = breaksTransport;
  }

  /** Whether the headers break gRPC or HTTP/2 itself, so that the transport may refuse them. */
  boolean breaksTransport() {
    return breaksTransport;
  }

  /** Changes headers that are as gRPC has them. */
  void apply(Map<String, String> headers, Target target, RandomGenerator random) {
    switch (this) {
      case NONE -> {
        // Nothing to change.
      }
      case NO_TIMEOUT -> headers.remove("grpc-timeout");
      case SHORTEST_TIMEOUT -> headers.put("grpc-timeout", "1n");
      case LONGEST_TIMEOUT -> headers.put("grpc-timeout", "99999999H");
      case MALFORMED_TIMEOUT -> headers.put("grpc-timeout", random.nextBoolean() ? "-1S" : "soon");
      case HUGE_HEADER -> headers.put("x-odd", "x".repeat(9_000 + random.nextInt(60_000)));
      case MANY_HEADERS -> {
        for (int i = 0; i < 1_000; i++) {
          headers.put("x-odd-" + i, "x");
        }
      }
      case ODD_REQUEST_ID ->
          headers.put("x-request-id", "x".repeat(random.nextInt(6_000)) + "\u0001\u007f\u00ff");
      case MALFORMED_BINARY -> headers.put("x-odd-bin", "*** no base64 ***");
      case CREDENTIALS ->
          headers.put("authorization", "Bearer " + "x".repeat(random.nextInt(4_000)));
      case UNKNOWN_METHOD -> headers.put(":path", target.path("Absent"));
      case UNKNOWN_SERVICE -> headers.put(":path", "/matinee.absent.v1.AbsentService/Absent");
      case NO_METHOD -> headers.put(":path", random.nextBoolean() ? "/" : "absent");
      case LONG_PATH -> headers.put(":path", target.path("x".repeat(3_000)));
      case CLIMBING_PATH -> headers.put(":path", target.path("../../Recommend"));
      case OTHER_CONTENT -> headers.put("content-type", "application/json");
      case OTHER_VERB -> headers.put(":method", random.nextBoolean() ? "GET" : "DELETE");
    }
  }

  /** Draws one: most headers are well. */
  static HeaderOddity draw(RandomGenerator random) {
    return random.nextInt(5) > 0 ? NONE : values()[random.nextInt(values().length)];
  }
}
