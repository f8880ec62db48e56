package io.matinee.bench.size;

/**
 * How large the made-up data is: all of it, or a share, for a run of a minute.
 *
 * @param share the share of users and ratings, above 0 and at most 1
 */
public record BenchSize(double share) {
  /** The environment variable that holds the share. */
  public static final String VARIABLE = "MATINEE_BENCH_SHARE";

  /** Refuses what is no share. */
  public BenchSize {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(VARIABLE + " must be above 0 and at most 1, not " + share);
    }
  }

  /** Returns the size that the environment asks for; all without a word. */
  public static BenchSize fromEnvironment() {
    return new BenchSize(Double.parseDouble(System.getenv().getOrDefault(VARIABLE, "1")));
  }

  /** Returns whether it is all of the data, for which the goals are. */
  public boolean isWhole() {
    return share == 1;
  }

  /** Returns so many as the share of some number is, at least one. */
  public int of(int all) {
    return (int) Math.max(1, Math.round(all * share));
  }
}
