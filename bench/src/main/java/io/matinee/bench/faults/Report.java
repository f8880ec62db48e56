package io.matinee.bench.faults;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Tells of faults as they are found: the first few of each kind. Safe for several threads. */
final class Report {
  private static final int SHOWN_OF_A_KIND = 5;

  private final PrintStream out;
  private final Map<String, Integer> told = new HashMap<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /** Tells of a fault, unless enough of its kind are told. */
  synchronized void fault(String kind, String line) {
    if (told.merge(kind, 1, Integer::sum) <= SHOWN_OF_A_KIND) {
      out.println(kind + ": " + line);
    }
  }
}
