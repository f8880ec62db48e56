package io.matinee.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of a long run: each is told on standard error as it comes, so that a run that is cut
 * off has said what it knew. Used by one thread.
 */
public final class Figures {
  private final List<Figure> all = new ArrayList<>();

  /** Adds a figure. */
  public void add(Figure figure) {
    all.add(figure);
    System.err.println(figure.line());
  }

  /** Adds figures. */
  public void addAll(List<Figure> figures) {
    figures.forEach(this::add);
  }

  /** Returns what was added, in that order. */
  public List<Figure> all() {
    return List.copyOf(all);
  }
}
