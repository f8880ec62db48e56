package io.matinee.trainer.api;

import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.source.ImportUri;
import io.matinee.trainer.name.DatasetVersionName;

/** Reads where an import reads. */
final class ImportSourceReading {

  private ImportSourceReading() {}

  /**
   * Reads a request.
   *
   * @throws MatineeException INVALID_REQUEST when the URI is none that the trainer reads, or a part
   *     of a version is asked for with other options than filters
   */
  static ImportSource read(ImportRatingsRequest request) {
    return switch (request.getSourceCase()) {
      case URI -> new ImportSource.OnDisk(ImportUri.path(request.getUri()));
      case BUNDLED_SAMPLE -> new ImportSource.Bundled();
      case DATASET_VERSION -> {
        requireFiltersAlone(request.getOptions());
        yield new ImportSource.OfVersion(DatasetVersionName.parse(request.getDatasetVersion()));
      }
      case SOURCE_NOT_SET -> throw new IllegalStateException("the contract has a source set");
    };
  }

  private static void requireFiltersAlone(ImportOptions options) {
    if (!options.hasFilters()) {
      throw invalid(
          "options.filters",
          "must say which part of the version is taken, e.g. a tenth of its users (--sample-users .1)");
    }
    if (!options.equals(ImportOptions.newBuilder().setFilters(options.getFilters()).build())) {
      throw invalid("options", "must have filters alone: a version has been read already");
    }
  }

  private static MatineeException invalid(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }
}
