package io.matinee.bench.faults;

/** What can be wrong with an answer. */
enum Fault {
  /** INTERNAL or UNKNOWN, which only a bug gives. */
  INTERNAL("answers INTERNAL or UNKNOWN that gRPC does not ask for"),
  /** A refusal without a reason of the catalogue. */
  NO_REASON("refusals without a reason"),
  /** No answer at all, or none of gRPC. */
  NO_ANSWER("calls without an answer"),
  /** More of the request comes back than a person needs. */
  ECHOES("refusals that echo over 256 bytes"),
  /** A folder of the server's is named. */
  NAMES_A_PATH("refusals that name a path of the server");

  private final String description;

  Fault(String description) {
    this.description = description;
  }

  /** What is counted, for people. */
  String description() {
    return description;
  }
}
