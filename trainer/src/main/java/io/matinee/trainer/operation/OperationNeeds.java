package io.matinee.trainer.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.name.SplitName;
import io.matinee.trainer.store.Json;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What an operation needs of data sets and models, of the news that it keeps: it stays while the
 * operation waits or works.
 *
 * @param datasetVersion the name of a data-set version; null for none
 * @param ratingsOf the name of a data-set version whose ratings are held out; null for none
 * @param storedSplit the name of a split that is trained with; null for none
 * @param modelVersion the name of a model version; null for none
 */
public record OperationNeeds(
    @Nullable String datasetVersion,
    @Nullable String ratingsOf,
    @Nullable String storedSplit,
    @Nullable String modelVersion) {

  /** Returns what is needed by an operation that keeps such news. */
  public static OperationNeeds of(String progress) {
    return Json.read(progress, OperationNeeds.class);
  }

  /** Returns whether a data set, a version or a split is among it, by its name. */
  public boolean include(String name) {
    return Stream.of(datasetVersion, ratingsOf, storedSplit, modelVersion)
        .filter(Objects::nonNull)
        .anyMatch(needed -> needed.equals(name) || needed.startsWith(name + "/"));
  }

  /**
   * Makes sure within a transaction that all of it is there.
   *
   * @throws MatineeException DATASET_VERSION_NOT_FOUND, SPLIT_NOT_FOUND or MODEL_VERSION_NOT_FOUND
   */
  void require(Handle handle) {
    Stream.of(datasetVersion, ratingsOf)
        .filter(Objects::nonNull)
        .map(DatasetVersionName::parse)
        .forEach(
            name ->
                require(
                    handle,
                    "dataset_version WHERE dataset_id = ? AND version_number = ?",
                    name::missing,
                    name.dataset(),
                    name.number()));
    Optional.ofNullable(storedSplit)
        .map(SplitName::parse)
        .ifPresent(
            name ->
                require(
                    handle,
                    "dataset_split WHERE dataset_id = ? AND split_id = ?",
                    name::missing,
                    name.dataset(),
                    name.split()));
    Optional.ofNullable(modelVersion)
        .map(ModelVersionName::parse)
        .ifPresent(
            name ->
                require(
                    handle,
                    "model_version WHERE model_id = ? AND version_number = ?",
                    name::missing,
                    name.model(),
                    name.number()));
  }

  private static void require(
      Handle handle, String rows, Supplier<MatineeException> missing, Object... key) {
    if (handle.select("SELECT 1 FROM " + rows, key).mapTo(Integer.class).findOne().isEmpty()) {
      throw missing.get();
    }
  }
}
