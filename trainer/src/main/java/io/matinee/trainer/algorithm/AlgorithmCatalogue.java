package io.matinee.trainer.algorithm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The algorithms of this program. Immutable and thread-safe; loads no native library. */
public final class AlgorithmCatalogue {

  private static final List<Algorithm> ALGORITHMS =
      ServiceLoader.load(Algorithm.class, AlgorithmCatalogue.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(algorithm -> algorithm.description().id()))
          .toList();

  private AlgorithmCatalogue() {}

  /** All algorithms, by id. */
  public static List<AlgorithmDescription> all() {
    return ALGORITHMS.stream().map(Algorithm::description).toList();
  }

  /**
   * Returns the id of the algorithm that a task gets unless another is chosen: the first of its
   * list that can be trained on this machine.
   */
  public static String byDefault(Task task) {
    List<String> preferred =
        switch (task) {
          case RANKING -> List.of("auto");
          case RATING -> List.of("biased-mf", "baseline");
        };
    return preferred.stream().filter(id -> obstacle(id).isEmpty()).findFirst().orElseThrow();
  }

  /**
   * Returns why an algorithm cannot be trained on this machine, as part of a sentence; empty where
   * it can, or where there is none of this id.
   */
  public static Optional<String> obstacle(String id) {
    return algorithm(id).flatMap(Algorithm::obstacle);
  }

  /** Returns the description of the algorithm with this id, if there is one. */
  public static Optional<AlgorithmDescription> find(String id) {
    return algorithm(id).map(Algorithm::description);
  }

  /** Returns the algorithm with this id, if there is one. */
  public static Optional<Algorithm> algorithm(String id) {
    return ALGORITHMS.stream()
        .filter(algorithm -> algorithm.description().id().equals(id))
        .findFirst();
  }
}
