package io.matinee.cli.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a demo is asked for.
 *
 * @param data ratings to use; empty for what the home has, a download, or the bundled sample
 * @param offline whether the network is left alone
 * @param user whom to recommend to; empty for the first user with enough ratings
 * @param seed of the training and of the intervals
 */
public record DemoSettings(Optional<Path> data, boolean offline, Optional<String> user, long seed) {
  /** The data set of the demo. */
  public static final String DATASET = "datasets/movielens";

  /** The model slot of the demo. */
  public static final String MODEL = "models/movies";

  /** The alias that the readers follow. */
  public static final String PRODUCTION = MODEL + "/aliases/production";

  /** The alias of what may become production. */
  public static final String CANDIDATE = MODEL + "/aliases/candidate";
}
