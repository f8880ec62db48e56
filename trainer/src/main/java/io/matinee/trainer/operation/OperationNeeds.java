package io.matinee.trainer.operation;

import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.store.Json;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What an operation needs of data sets, of the news that it keeps: it stays while the operation
 * waits or works.
 *
 * @param datasetVersion the name of a data-set version; null for none
 * @param ratingsOf the name of a data-set version whose ratings are held out; null for none
 * @param split the name of a split; null for none
 */
public record OperationNeeds(
    @Nullable String datasetVersion, @Nullable String ratingsOf, @Nullable String split) {

  /** Returns what is needed by an operation that keeps such news. */
  public static OperationNeeds of(String progress) {
    return Json.read(progress, OperationNeeds.class);
  }

  /** Returns whether a data set, a version of one or a split is among it, by its name. */
  public boolean include(String name) {
    return name.equals(split)
        || versions().anyMatch(version -> version.equals(name) || version.startsWith(name + "/"));
  }

  /**
   * Makes sure within a transaction that the versions are there.
   *
   * @throws io.matinee.runtime.error.MatineeException DATASET_VERSION_NOT_FOUND
   */
  void requireVersions(Handle handle) {
    versions().map(DatasetVersionName::parse).forEach(version -> require(handle, version));
  }

  private Stream<String> versions() {
    return Stream.of(datasetVersion, ratingsOf).filter(Objects::nonNull);
  }

  private static void require(Handle handle, DatasetVersionName version) {
    var unused =
        handle
            .createQuery(
                "SELECT 1 FROM dataset_version"
                    + " WHERE dataset_id = :dataset AND version_number = :number")
            .bind("dataset", version.dataset())
            .bind("number", version.number())
            .mapTo(Integer.class)
            .findOne()
            .orElseThrow(version::missing);
  }
}
