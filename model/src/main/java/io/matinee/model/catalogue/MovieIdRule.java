package io.matinee.model.catalogue;

import java.util.List;

/**
 * Which movies may be in an answer, by id. Ids that the catalogue does not have match nothing.
 *
 * @param only no movies but these; empty for no such rule
 * @param except none of these
 */
public record MovieIdRule(List<String> only, List<String> except) {
  /** The rule that every movie keeps. */
  public static final MovieIdRule NONE = new MovieIdRule(List.of(), List.of());

  /** Copies the lists. */
  public MovieIdRule {
    only = List.copyOf(only);
    except = List.copyOf(except);
  }
}
