package io.matinee.bench;

import java.util.List;

/** A benchmark: measures once and returns its figures. */
public interface Benchmark {
  /** Returns the name after {@code ./matinee bench}. */
  String name();

  /** What is measured, in a sentence. */
  String description();

  /**
   * Measures.
   *
   * @throws Exception when the benchmark cannot run; the message names what is missing
   */
  List<Figure> run(Workplace workplace) throws Exception;
}
