package io.matinee.metrics.store;

import io.matinee.metrics.evaluation.Evaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finished evaluations, the newest {@value #KEPT} of all versions: in memory, and each in a JSON
 * file of its own that is whole or absent. Thread-safe.
 */
public final class EvaluationStore {
  /** How many evaluations are kept. */
  public static final int KEPT = 1_000;

  private final JsonFiles<StoredEvaluation> files;
  private final int kept;
  private final Map<String, StoredEvaluation> byId = new ConcurrentHashMap<>();

  private EvaluationStore(JsonFiles<StoredEvaluation> files, int kept) {
    this.files = files;
    this.kept = kept;
    files.readAll().forEach(stored -> byId.put(stored.evaluation().id(), stored));
    forgetOldest();
  }

  /**
   * Opens the store of a folder, which is made when it is not there. A file that cannot be read is
   * logged and left where it is.
   */
  public static EvaluationStore open(Path folder) {
    return open(folder, KEPT);
  }

  /** Opens a store that keeps another number of evaluations. */
  static EvaluationStore open(Path folder, int kept) {
    return new EvaluationStore(JsonFiles.open(folder, StoredEvaluation.class), kept);
  }

  /**
   * Keeps an evaluation, and forgets the oldest one beyond those that are kept; when this returns
   * it outlives a crash.
   *
   * @throws io.matinee.runtime.error.MatineeException STORAGE_FULL when there is no room for it
   */
  public synchronized void put(StoredEvaluation stored) {
    files.write(stored.evaluation().id(), stored);
    byId.put(stored.evaluation().id(), stored);
    forgetOldest();
  }

  /** Returns the evaluation with an id. */
  public Optional<StoredEvaluation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the evaluations of a version, or of all versions when it is empty; newest first. */
  public List<Evaluation> list(String modelVersion) {
    return newestFirst()
        .map(StoredEvaluation::evaluation)
        .filter(each -> modelVersion.isEmpty() || each.modelVersion().equals(modelVersion))
        .toList();
  }

  /** Returns all evaluations with their requests, newest first. */
  public Stream<StoredEvaluation> newestFirst() {
    return byId.values().stream().sorted(StoredEvaluation.NEWEST_FIRST);
  }

  private void forgetOldest() {
    if (byId.size() > kept) {
      newestFirst().skip(kept).toList().forEach(old -> forget(old.evaluation().id()));
    }
  }

  private void forget(String id) {
    files.delete(id);
    byId.remove(id);
  }
}
