package io.matinee.trainer.training;

import io.matinee.model.ratings.EventKind;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.algorithm.Extent;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.likes.MinimumRating;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks choices of algorithms before a run begins. */
final class AlgorithmCheck {

  private AlgorithmCheck() {}

  /**
   * Checks what a request wants to be trained, and completes its settings.
   *
   * @throws MatineeException UNKNOWN_ALGORITHM, ALGORITHM_UNAVAILABLE, EVENT_KIND_MISMATCH,
   *     HYPER_PARAMETER_INVALID or DEVICE_UNAVAILABLE, naming the field
   */
  static CheckedChoices check(TrainingRequest request) {
    DatasetVersion dataset = request.dataset();
    CheckedChoices checked =
        new CheckedChoices(
            request
                .ranking()
                .map(choice -> check(choice, Task.RANKING, dataset, "ranking"))
                .orElse(null),
            request
                .rating()
                .map(choice -> check(choice, Task.RATING, dataset, "rating"))
                .orElse(null));
    if (request.device() == DeviceChoice.GPU) {
      requireUseOfGpu(checked);
    }
    return checked;
  }

  /** Whether there is a GPU is known to the worker alone; this is whether one would be used. */
  private static void requireUseOfGpu(CheckedChoices checked) {
    Map<String, String> obstacles = new TreeMap<>();
    for (KeptChoice choice : checked.all()) {
      Optional<String> obstacle =
          AlgorithmCatalogue.algorithm(choice.algorithm()).flatMap(Algorithm::gpuObstacle);
      if (obstacle.isEmpty()) {
        return;
      }
      obstacles.put(choice.algorithm(), obstacle.get());
    }
    String problem =
        "nothing would be trained on a GPU: "
            + obstacles.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    throw MatineeException.of(Reason.DEVICE_UNAVAILABLE, problem + ".").onField("device", problem);
  }

  /**
   * Checks a choice, and completes its settings.
   *
   * @param dataset what is trained on
   * @param field the request's field that holds it, e.g. {@code ranking}
   */
  private static KeptChoice check(
      AlgorithmChoice choice, Task task, DatasetVersion dataset, String field) {
    Algorithm algorithm =
        AlgorithmCatalogue.algorithm(choice.algorithm())
            .filter(found -> found.description().tasks().contains(task))
            .orElseThrow(() -> unknown(choice, task, field));
    EventKind kind = dataset.manifest().scale().kind();
    requireAvailable(algorithm, task, kind, field);
    if (!algorithm.description().learnsFrom().contains(kind)) {
      throw mismatch(choice, task, dataset, field);
    }
    try {
      KeptChoice checked =
          new KeptChoice(choice.algorithm(), choice.settings(algorithm, extent(dataset)).values());
      MinimumRating.check(checked.choice().settings(algorithm.description()), kind);
      return checked;
    } catch (IllegalArgumentException invalid) {
      throw MatineeException.of(Reason.HYPER_PARAMETER_INVALID, field + ": " + invalid.getMessage())
          .with("algorithm", choice.algorithm())
          .onField(field + ".hyper_parameters", String.valueOf(invalid.getMessage()));
    }
  }

  /**
   * Refuses an algorithm that cannot be trained on this machine.
   *
   * @throws MatineeException ALGORITHM_UNAVAILABLE, naming why and the algorithms that can
   */
  static void requireAvailable(Algorithm algorithm, Task task, EventKind kind, String field) {
    String id = algorithm.description().id();
    algorithm
        .obstacle()
        .ifPresent(
            obstacle -> {
              String problem =
                  "%s cannot be trained on this machine: %s; choose one of %s"
                      .formatted(id, obstacle, suitable(task, kind));
              throw MatineeException.of(Reason.ALGORITHM_UNAVAILABLE, problem + ".")
                  .with("algorithm", id)
                  .onField(field + ".algorithm_id", problem);
            });
  }

  private static Extent extent(DatasetVersion dataset) {
    ImportCounts counts = dataset.manifest().counts();
    return new Extent(counts.users(), Math.max(counts.movies(), counts.ratedMovies()));
  }

  private static MatineeException unknown(AlgorithmChoice choice, Task task, String field) {
    String problem =
        "%s is not an algorithm for %s; choose one of %s"
            .formatted(
                Excerpt.of(choice.algorithm()),
                task.name().toLowerCase(Locale.ROOT),
                ids(found -> found.tasks().contains(task)));
    return MatineeException.of(Reason.UNKNOWN_ALGORITHM, problem + ".")
        .with("algorithm", choice.algorithm())
        .onField(field + ".algorithm_id", problem);
  }

  private static MatineeException mismatch(
      AlgorithmChoice choice, Task task, DatasetVersion dataset, String field) {
    EventKind kind = dataset.manifest().scale().kind();
    String others = suitable(task, kind);
    String problem =
        "%s does not learn from %s, which %s holds: %s"
            .formatted(
                choice.algorithm(),
                kind == EventKind.WATCH ? "watches" : "ratings",
                dataset.name(),
                others.isEmpty()
                    ? "nothing predicts ratings from them, so train a ranker alone (leave out %s; --set %s.algorithm=none)"
                        .formatted(field, field)
                    : "choose one of " + others);
    return MatineeException.of(Reason.EVENT_KIND_MISMATCH, problem + ".")
        .with("algorithm", choice.algorithm())
        .onField(field + ".algorithm_id", problem);
  }

  /** The ids of what can be trained for a task on this machine. */
  private static String suitable(Task task, EventKind kind) {
    return ids(
        found ->
            found.tasks().contains(task)
                && found.learnsFrom().contains(kind)
                && AlgorithmCatalogue.obstacle(found.id()).isEmpty());
  }

  private static String ids(Predicate<AlgorithmDescription> wanted) {
    return AlgorithmCatalogue.all().stream()
        .filter(wanted)
        .map(AlgorithmDescription::id)
        .collect(Collectors.joining(", "));
  }
}
