package io.matinee.metrics.store;

import io.matinee.metrics.evaluation.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finished evaluations: all in memory, each in a JSON file of its own that is whole or absent.
 * Thread-safe.
 */
public final class EvaluationStore {
  private static final Logger LOG = Logger.getLogger(EvaluationStore.class);

  private final EvaluationFiles files;
  private final Map<String, StoredEvaluation> byId = new ConcurrentHashMap<>();

  private EvaluationStore(EvaluationFiles files) {
    this.files = files;
  }

  /**
   * Opens the store of a folder, which is made when it is not there. A file that cannot be read is
   * logged and left where it is.
   */
  public static EvaluationStore open(Path folder) {
    try {
      Files.createDirectories(folder);
      EvaluationStore store = new EvaluationStore(new EvaluationFiles(folder));
      try (Stream<Path> paths = Files.list(folder)) {
        paths.filter(EvaluationFiles::isEvaluation).forEach(store::reread);
      }
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the evaluations in " + folder, e);
    }
  }

  /**
   * Keeps an evaluation; when this returns it outlives a crash.
   *
   * @throws io.matinee.runtime.error.MatineeException STORAGE_FULL when there is no room for it
   */
  public void put(StoredEvaluation stored) {
    files.write(stored);
    byId.put(stored.evaluation().id(), stored);
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

  private void reread(Path path) {
    try {
      StoredEvaluation stored = files.read(path);
      byId.put(stored.evaluation().id(), stored);
    } catch (IOException e) {
      LOG.warnf("The evaluation in %s is left out, it cannot be read: %s", path, e.getMessage());
    }
  }
}
