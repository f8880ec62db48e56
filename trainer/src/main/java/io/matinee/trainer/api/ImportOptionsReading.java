package io.matinee.trainer.api;

import io.matinee.model.ratings.RatingScale;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.dataset.form.RatingsForm;
import io.matinee.trainer.dataset.importing.ImportRequest;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.name.DatasetName;
import java.util.Optional;

/** Reads what a caller says about an import. */
final class ImportOptionsReading {

  private static final float LARGEST_RATING = 1e6f;

  private ImportOptionsReading() {}

  /**
   * The request that options stand for.
   *
   * @param path the options' place in the caller's request, e.g. {@code options}
   */
  static ImportRequest request(
      String dataset,
      ImportSource source,
      ImportOptions options,
      Optional<RequestKey> key,
      String path) {
    return new ImportRequest(
        DatasetName.parse(dataset),
        source,
        form(options),
        options.hasScale() ? Optional.of(scale(options, path)) : Optional.empty(),
        options.hasMaximumRejectedShare()
            ? options.getMaximumRejectedShare()
            : ImportRequest.DEFAULT_REJECTED_SHARE,
        key);
  }

  private static Optional<RatingsForm> form(ImportOptions options) {
    return switch (options.getForm()) {
      case RATINGS_FORM_MOVIELENS_CSV -> Optional.of(RatingsForm.MOVIELENS_CSV);
      case RATINGS_FORM_MOVIELENS_DAT -> Optional.of(RatingsForm.MOVIELENS_DAT);
      case RATINGS_FORM_MOVIELENS_DATA -> Optional.of(RatingsForm.MOVIELENS_DATA);
      case RATINGS_FORM_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  private static RatingScale scale(ImportOptions options, String path) {
    io.matinee.proto.model.v1.RatingScale scale = options.getScale();
    try {
      if (Math.max(-scale.getMinimum(), scale.getMaximum()) > LARGEST_RATING) {
        throw new IllegalArgumentException("a rating scale lies between -1,000,000 and 1,000,000");
      }
      return new RatingScale(scale.getMinimum(), scale.getMaximum(), scale.getStep());
    } catch (IllegalArgumentException invalid) {
      String problem = String.valueOf(invalid.getMessage());
      throw MatineeException.of(Reason.INVALID_REQUEST, problem).onField(path + ".scale", problem);
    }
  }
}
