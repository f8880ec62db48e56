package io.matinee.cli.command;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.trainer.v1.MinimumMode;
import io.matinee.proto.trainer.v1.MinimumRatings;
import io.matinee.proto.trainer.v1.RatingFilters;
import io.matinee.proto.trainer.v1.RatingSample;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say which ratings make a version. */
final class RatingFilterOptions {
  /** How bounds on ratings are met. */
  enum Mode {
    /** Movies and users are counted once, and must have more. */
    once,
    /** Until all that are left have at least as many. */
    core
  }

  @Option(
      names = "--rated-from",
      paramLabel = "TIME",
      description = "only ratings given at or after it, e.g. 2015-01-01T00:00:00Z")
  @Nullable String from;

  @Option(
      names = "--rated-before",
      paramLabel = "TIME",
      description = "only ratings given before it")
  @Nullable String before;

  @Option(
      names = "--from-year",
      paramLabel = "YEAR",
      description = "only ratings of movies released in or after it")
  int minimumYear;

  @Option(
      names = "--to-year",
      paramLabel = "YEAR",
      description = "only ratings of movies released in or before it")
  int maximumYear;

  @Option(
      names = "--genre",
      paramLabel = "GENRE",
      description = "only ratings of movies of this genre; may be repeated for any of several")
  List<String> genres = List.of();

  @ArgGroup @Nullable Sample sample;

  /** A share of the data. */
  static final class Sample {
    @Option(
        names = "--sample-users",
        paramLabel = "SHARE",
        description = "only a share of the users, over 0 and under 1, with all their ratings")
    @Nullable Double users;

    @Option(
        names = "--sample-ratings",
        paramLabel = "SHARE",
        description = "only a share of the ratings")
    @Nullable Double ratings;
  }

  @Option(
      names = "--sample-seed",
      paramLabel = "SEED",
      description = "another seed takes another sample (default: 0)")
  @Nullable Long seed;

  @Option(
      names = "--min-ratings-per-movie",
      paramLabel = "N",
      description = "only movies with so many ratings")
  long perMovie;

  @Option(
      names = "--min-ratings-per-user",
      paramLabel = "N",
      description = "only users with so many ratings")
  long perUser;

  @Option(
      names = "--min-ratings-mode",
      paramLabel = "MODE",
      description =
          "core: leave movies and users out by turns until all have N; once: count them once, and take those with more than N (default: core)")
  @Nullable Mode mode;

  /** Returns whether any is given. */
  boolean any() {
    return !filters().equals(RatingFilters.getDefaultInstance());
  }

  /**
   * Returns the filters; the default instance when none is given.
   *
   * @throws CommandFailure when an option is of no use without another, or is no time
   */
  RatingFilters filters() {
    requireUse();
    RatingFilters.Builder filters =
        RatingFilters.newBuilder()
            .setMinimumYear(minimumYear)
            .setMaximumYear(maximumYear)
            .addAllGenresAny(genres);
    if (from != null) {
      filters.setStartTime(time("--rated-from", from));
    }
    if (before != null) {
      filters.setEndTime(time("--rated-before", before));
    }
    if (sample != null) {
      filters.setSample(sample(sample));
    }
    if (perMovie != 0 || perUser != 0) {
      filters.setMinimum(
          MinimumRatings.newBuilder()
              .setPerMovie(perMovie)
              .setPerUser(perUser)
              .setMode(
                  mode == Mode.once
                      ? MinimumMode.MINIMUM_MODE_ONCE
                      : MinimumMode.MINIMUM_MODE_CORE));
    }
    return filters.build();
  }

  private void requireUse() {
    if (seed != null && sample == null) {
      throw useless("--sample-seed", "--sample-users or --sample-ratings");
    }
    if (mode != null && perMovie == 0 && perUser == 0) {
      throw useless("--min-ratings-mode", "--min-ratings-per-movie or --min-ratings-per-user");
    }
  }

  private static CommandFailure useless(String option, String others) {
    return new CommandFailure(
        ExitCode.USAGE, "%s does nothing without %s; give one".formatted(option, others));
  }

  private RatingSample sample(Sample given) {
    RatingSample.Builder message = RatingSample.newBuilder().setSeed(seed == null ? 0 : seed);
    return given.users != null
        ? message.setUserShare(given.users).build()
        : message.setRatingShare(given.ratings == null ? 0 : given.ratings).build();
  }

  private static Timestamp time(String option, String text) {
    try {
      return Timestamps.parse(text);
    } catch (ParseException noTime) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "%s is \"%s\"; write a time like 2015-01-01T00:00:00Z".formatted(option, text));
    }
  }
}
