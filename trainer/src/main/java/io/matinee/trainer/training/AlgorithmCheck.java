package io.matinee.trainer.training;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.Extent;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.dataset.version.ImportCounts;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks choices of algorithms before a run begins. */
final class AlgorithmCheck {

  private AlgorithmCheck() {}

  /**
   * Checks what a request wants to be trained, and completes its settings.
   *
   * @throws MatineeException UNKNOWN_ALGORITHM or HYPER_PARAMETER_INVALID, naming the field
   */
  static CheckedChoices check(TrainingRequest request) {
    ImportCounts counts = request.dataset().manifest().counts();
    Extent extent = new Extent(counts.users(), Math.max(counts.movies(), counts.ratedMovies()));
    return new CheckedChoices(
        request
            .ranking()
            .map(choice -> check(choice, Task.RANKING, extent, "ranking"))
            .orElse(null),
        request.rating().map(choice -> check(choice, Task.RATING, extent, "rating")).orElse(null));
  }

  /**
   * Checks a choice, and completes its settings.
   *
   * @param extent how large the data set is
   * @param field the request's field that holds it, e.g. {@code ranking}
   * @throws MatineeException UNKNOWN_ALGORITHM or HYPER_PARAMETER_INVALID, naming the field
   */
  static KeptChoice check(AlgorithmChoice choice, Task task, Extent extent, String field) {
    Algorithm algorithm =
        AlgorithmCatalogue.algorithm(choice.algorithm())
            .filter(found -> found.description().tasks().contains(task))
            .orElseThrow(() -> unknown(choice, task, field));
    try {
      return new KeptChoice(choice.algorithm(), choice.settings(algorithm, extent).values());
    } catch (IllegalArgumentException invalid) {
      throw MatineeException.of(Reason.HYPER_PARAMETER_INVALID, field + ": " + invalid.getMessage())
          .with("algorithm", choice.algorithm())
          .onField(field + ".hyper_parameters", String.valueOf(invalid.getMessage()));
    }
  }

  private static MatineeException unknown(AlgorithmChoice choice, Task task, String field) {
    String known =
        AlgorithmCatalogue.all().stream()
            .filter(description -> description.tasks().contains(task))
            .map(AlgorithmDescription::id)
            .collect(Collectors.joining(", "));
    String problem =
        "%s is not an algorithm for %s; choose one of %s"
            .formatted(Excerpt.of(choice.algorithm()), task.name().toLowerCase(Locale.ROOT), known);
    return MatineeException.of(Reason.UNKNOWN_ALGORITHM, problem + ".")
        .with("algorithm", choice.algorithm())
        .onField(field + ".algorithm_id", problem);
  }
}
