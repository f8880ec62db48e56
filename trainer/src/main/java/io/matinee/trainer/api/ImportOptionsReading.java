package io.matinee.trainer.api;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsColumn;
import io.matinee.trainer.dataset.importing.ImportRequest;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.name.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * What a caller says about an import.
 *
 * @param form what is said of the form of the ratings
 * @param scale their scale; empty to take the form's own
 * @param maximumRejectedShare the share of bad rows above which the import fails, 0 to 1
 * @param filters which of the ratings make the version
 * @param minimumVotes how many votes an entry of themoviedb.org needs to be read
 */
record ImportOptionsReading(
    FormDetection form,
    Optional<RatingScale> scale,
    double maximumRejectedShare,
    RatingFilters filters,
    long minimumVotes) {

  private static final float LARGEST_RATING = 1e6f;

  /**
   * Reads options.
   *
   * @param path the options' place in the caller's request, e.g. {@code options}
   * @throws MatineeException INVALID_REQUEST when the scale is none or is one of watches, or the
   *     columns do not say where user, movie and rating stand
   */
  static ImportOptionsReading of(ImportOptions options, String path) {
    return new ImportOptionsReading(
        new FormDetection(form(options), columns(options, path), kind(options, path)),
        options.hasScale() ? Optional.of(scale(options, path)) : Optional.empty(),
        options.hasMaximumRejectedShare()
            ? options.getMaximumRejectedShare()
            : ImportRequest.DEFAULT_REJECTED_SHARE,
        FiltersReading.read(options.getFilters(), path + ".filters"),
        options.getMinimumVoteCount());
  }

  /** Returns the import that goes by these options. */
  ImportRequest request(DatasetName dataset, ImportSource source, Optional<RequestKey> key) {
    return new ImportRequest(
        dataset, source, form, scale, maximumRejectedShare, filters, minimumVotes, key);
  }

  private static Optional<RatingsForm> form(ImportOptions options) {
    return switch (options.getForm()) {
      case RATINGS_FORM_DELIMITED -> Optional.of(RatingsForm.DELIMITED);
      case RATINGS_FORM_MOVIELENS_DAT -> Optional.of(RatingsForm.MOVIELENS_DAT);
      case RATINGS_FORM_MOVIELENS_DATA -> Optional.of(RatingsForm.MOVIELENS_DATA);
      case RATINGS_FORM_MOVIETWEETINGS -> Optional.of(RatingsForm.MOVIETWEETINGS);
      case RATINGS_FORM_NETFLIX -> Optional.of(RatingsForm.NETFLIX);
      case RATINGS_FORM_JSON_LINES -> Optional.of(RatingsForm.JSON_LINES);
      case RATINGS_FORM_PARQUET -> Optional.of(RatingsForm.PARQUET);
      case RATINGS_FORM_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  private static List<RatingsColumn> columns(ImportOptions options, String path) {
    List<RatingsColumn> columns =
        options.getColumnsList().stream().map(ImportOptionsReading::column).toList();
    if (columns.isEmpty()) {
      return columns;
    }
    if (!RatingsColumn.areComplete(columns)) {
      throw invalid(
          path + ".columns", "needs user and movie once each, and rating and time at most once");
    }
    boolean rated = columns.contains(RatingsColumn.RATING);
    if (rated && options.getEventKind() == EventKind.EVENT_KIND_WATCH) {
      throw invalid(path + ".columns", "names a rating, which watches do not have");
    }
    if (!rated && options.getEventKind() == EventKind.EVENT_KIND_RATING) {
      throw invalid(path + ".columns", "names no rating");
    }
    return columns;
  }

  /** Columns without a rating say that the rows are watches. */
  private static Optional<io.matinee.model.ratings.EventKind> kind(
      ImportOptions options, String path) {
    boolean watches =
        options.getEventKind() == EventKind.EVENT_KIND_WATCH
            || (options.getColumnsCount() > 0
                && !options
                    .getColumnsList()
                    .contains(io.matinee.proto.trainer.v1.RatingsColumn.RATINGS_COLUMN_RATING));
    if (watches && options.hasScale()) {
      throw invalid(path + ".scale", "is for ratings, and watches have none");
    }
    if (watches) {
      return Optional.of(io.matinee.model.ratings.EventKind.WATCH);
    }
    return options.getEventKind() == EventKind.EVENT_KIND_RATING
        ? Optional.of(io.matinee.model.ratings.EventKind.RATING)
        : Optional.empty();
  }

  private static MatineeException invalid(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }

  private static RatingsColumn column(io.matinee.proto.trainer.v1.RatingsColumn column) {
    return RatingsColumn.valueOf(column.name().substring("RATINGS_COLUMN_".length()));
  }

  private static RatingScale scale(ImportOptions options, String path) {
    io.matinee.proto.model.v1.RatingScale scale = options.getScale();
    try {
      if (Math.max(-scale.getMinimum(), scale.getMaximum()) > LARGEST_RATING) {
        throw new IllegalArgumentException("a rating scale lies between -1,000,000 and 1,000,000");
      }
      return RatingScale.ofRatings(scale.getMinimum(), scale.getMaximum(), scale.getStep());
    } catch (IllegalArgumentException invalid) {
      String problem = String.valueOf(invalid.getMessage());
      throw MatineeException.of(Reason.INVALID_REQUEST, problem).onField(path + ".scale", problem);
    }
  }
}
