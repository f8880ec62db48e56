package io.matinee.trainer.api;

import com.google.protobuf.Timestamp;
import io.matinee.proto.trainer.v1.MinimumMode;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.filter.MinimumRatings;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.filter.RatingSample;

/** Filters of ratings, from and as messages. */
final class FiltersReading {

  private FiltersReading() {}

  /**
   * Reads filters.
   *
   * @param path their place in the caller's request, e.g. {@code options.filters}
   * @throws MatineeException INVALID_REQUEST when bounds are the wrong way round
   */
  static RatingFilters read(io.matinee.proto.trainer.v1.RatingFilters filters, String path) {
    RatingFilters read =
        new RatingFilters(
            filters.hasStartTime() ? WholeSeconds.from(filters.getStartTime()) : null,
            filters.hasEndTime() ? WholeSeconds.from(filters.getEndTime()) : null,
            filters.getMinimumYear(),
            filters.getMaximumYear(),
            filters.getGenresAnyList(),
            filters.hasSample() ? sample(filters.getSample()) : null,
            bounds(filters.getMinimum()) ? minimum(filters.getMinimum()) : null);
    Long from = read.fromSecond();
    Long before = read.beforeSecond();
    if (from != null && before != null && from >= before) {
      throw invalid(path + ".end_time", "must be later than start_time");
    }
    if (read.maximumYear() > 0 && read.minimumYear() > read.maximumYear()) {
      throw invalid(path + ".maximum_year", "must not be before minimum_year");
    }
    return read;
  }

  private static MatineeException invalid(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }

  private static RatingSample sample(io.matinee.proto.trainer.v1.RatingSample sample) {
    return switch (sample.getOfCase()) {
      case USER_SHARE ->
          new RatingSample(RatingSample.Unit.USERS, sample.getUserShare(), sample.getSeed());
      case RATING_SHARE ->
          new RatingSample(RatingSample.Unit.RATINGS, sample.getRatingShare(), sample.getSeed());
      case OF_NOT_SET -> throw new IllegalStateException("the contract has a share set");
    };
  }

  /** Bounds of 0 leave nothing out: they are as none at all. */
  private static boolean bounds(io.matinee.proto.trainer.v1.MinimumRatings minimum) {
    return minimum.getPerMovie() > 0 || minimum.getPerUser() > 0;
  }

  private static MinimumRatings minimum(io.matinee.proto.trainer.v1.MinimumRatings minimum) {
    return new MinimumRatings(
        minimum.getPerMovie(),
        minimum.getPerUser(),
        minimum.getMode() == MinimumMode.MINIMUM_MODE_ONCE
            ? MinimumRatings.Mode.ONCE
            : MinimumRatings.Mode.CORE);
  }

  static io.matinee.proto.trainer.v1.RatingFilters message(RatingFilters filters) {
    var message = io.matinee.proto.trainer.v1.RatingFilters.newBuilder();
    Long from = filters.fromSecond();
    if (from != null) {
      message.setStartTime(second(from));
    }
    Long before = filters.beforeSecond();
    if (before != null) {
      message.setEndTime(second(before));
    }
    RatingSample sample = filters.sample();
    if (sample != null) {
      message.setSample(message(sample));
    }
    MinimumRatings minimum = filters.minimum();
    if (minimum != null) {
      message.setMinimum(message(minimum));
    }
    return message
        .setMinimumYear(filters.minimumYear())
        .setMaximumYear(filters.maximumYear())
        .addAllGenresAny(filters.genres())
        .build();
  }

  private static io.matinee.proto.trainer.v1.RatingSample message(RatingSample sample) {
    var message = io.matinee.proto.trainer.v1.RatingSample.newBuilder().setSeed(sample.seed());
    return switch (sample.of()) {
      case USERS -> message.setUserShare(sample.share()).build();
      case RATINGS -> message.setRatingShare(sample.share()).build();
    };
  }

  private static io.matinee.proto.trainer.v1.MinimumRatings message(MinimumRatings minimum) {
    return io.matinee.proto.trainer.v1.MinimumRatings.newBuilder()
        .setPerMovie(minimum.perMovie())
        .setPerUser(minimum.perUser())
        .setMode(MinimumMode.valueOf("MINIMUM_MODE_" + minimum.mode().name()))
        .build();
  }

  private static Timestamp second(long second) {
    return Timestamp.newBuilder().setSeconds(second).build();
  }
}
