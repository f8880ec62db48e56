package io.matinee.bench.faults;

/** Finds what of a request comes back in its refusal. */
final class Echo {
  /** The longest part of a request that may come back. */
  static final int LONGEST = 256;

  /** Each run over {@link #LONGEST} covers a whole block of this length. */
  private static final int BLOCK = LONGEST / 2;

  private Echo() {}

  /** Whether a run of the request longer than {@link #LONGEST} is in what was said. */
  static boolean tooLong(String said, String asked) {
    for (int at = 0; at + BLOCK <= said.length(); at += BLOCK) {
      String block = said.substring(at, at + BLOCK);
      for (int in = asked.indexOf(block); in >= 0; in = asked.indexOf(block, in + BLOCK)) {
        if (run(said, at, asked, in) > LONGEST) {
          return true;
        }
      }
    }
    return false;
  }

  private static int run(String said, int saidAt, String asked, int askedAt) {
    int before = 0;
    while (saidAt - before > 0
        && askedAt - before > 0
        && said.charAt(saidAt - before - 1) == asked.charAt(askedAt - before - 1)) {
      before++;
    }
    int after = 0;
    while (saidAt + after < said.length()
        && askedAt + after < asked.length()
        && said.charAt(saidAt + after) == asked.charAt(askedAt + after)
        && before + after <= LONGEST) {
      after++;
    }
    return before + after;
  }
}
