package io.matinee.metrics.store;

import io.matinee.metrics.evaluation.Evaluation;
import java.nio.file.Path;
import java.util.Comparator;
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

  private static final Comparator<Evaluation> NEWEST_FIRST =
      Comparator.comparing(Evaluation::createTime).reversed().thenComparing(Evaluation::id);

  private final JsonFiles<Evaluation> files;
  private final int kept;
  private final Map<String, Evaluation> byId = new ConcurrentHashMap<>();

  private EvaluationStore(JsonFiles<Evaluation> files, int kept) {
    this.files = files;
    this.kept = kept;
    files.readAll().forEach(stored -> byId.put(stored.id(), stored));
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
    return new EvaluationStore(JsonFiles.open(folder, Evaluation.class), kept);
  }

  /**
   * Keeps an evaluation, and forgets the oldest one beyond those that are kept; when this returns
   * it outlives a crash.
   *
   * @throws io.matinee.runtime.error.MatineeException STORAGE_FULL when there is no room for it
   */
  public synchronized void put(Evaluation evaluation) {
    files.write(evaluation.id(), evaluation);
    byId.put(evaluation.id(), evaluation);
    forgetOldest();
  }

  /** Returns the evaluation with an id. */
  public Optional<Evaluation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the evaluations of a version, or of all versions when it is empty; newest first. */
  public List<Evaluation> list(String modelVersion) {
    return newestFirst()
        .filter(each -> modelVersion.isEmpty() || each.modelVersion().equals(modelVersion))
        .toList();
  }

  /** Returns all evaluations, newest first. */
  public Stream<Evaluation> newestFirst() {
    return byId.values().stream().sorted(NEWEST_FIRST);
  }

  private void forgetOldest() {
    if (byId.size() > kept) {
      newestFirst().skip(kept).toList().forEach(old -> forget(old.id()));
    }
  }

  private void forget(String id) {
    files.delete(id);
    byId.remove(id);
  }
}
