package io.matinee.trainer.api;

import io.matinee.proto.trainer.v1.ExportDatasetRequest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.export.ExportedContent;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.split.Splits;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.name.SplitName;

/**
 * Finds what a request wants exported.
 *
 * @param datasets the versions
 * @param splits the splits
 */
record ExportedContents(Datasets datasets, Splits splits) {
  /**
   * Returns what a request names.
   *
   * @throws MatineeException DATASET_VERSION_NOT_FOUND, SPLIT_NOT_FOUND, INVALID_REQUEST for a
   *     split that is missing, of another data set, or named for nothing
   */
  ExportedContent of(ExportDatasetRequest request) {
    DatasetVersion version = datasets.version(DatasetVersionName.parse(request.getName()));
    return switch (request.getContent()) {
      case EXPORTED_CONTENT_RATINGS -> {
        requireNoSplit(request);
        yield new ExportedContent.Ratings(version);
      }
      case EXPORTED_CONTENT_REJECTS -> {
        requireNoSplit(request);
        yield new ExportedContent.Rejects(version);
      }
      case EXPORTED_CONTENT_TRAINING ->
          new ExportedContent.Training(version, split(request, version));
      case EXPORTED_CONTENT_HELD_OUT -> new ExportedContent.HeldOut(split(request, version));
      case EXPORTED_CONTENT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("passed the contract: " + request.getContent());
    };
  }

  private DatasetSplit split(ExportDatasetRequest request, DatasetVersion version) {
    if (request.getSplit().isEmpty()) {
      throw refusal("must name the split whose ratings are exported");
    }
    SplitName asked = SplitName.parse(request.getSplit());
    if (!asked.dataset().equals(version.name().dataset())) {
      throw refusal("is of another data set than " + version.name());
    }
    return splits.get(asked);
  }

  private static void requireNoSplit(ExportDatasetRequest request) {
    if (!request.getSplit().isEmpty()) {
      throw refusal("has a part for training and a held-out one alone: ask for one of these");
    }
  }

  private static MatineeException refusal(String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, "split " + problem)
        .onField("split", problem);
  }
}
