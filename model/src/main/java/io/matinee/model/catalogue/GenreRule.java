package io.matinee.model.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * Which genres a movie must and must not have, without regard to case.
 *
 * @param any at least one of these; empty for no such rule
 * @param all every one of these
 * @param none none of these
 */
public record GenreRule(List<String> any, List<String> all, List<String> none) {
  /** The rule that every movie keeps. */
  public static final GenreRule NONE = new GenreRule(List.of(), List.of(), List.of());

  /** Folds the genres' case. */
  public GenreRule {
    any = folded(any);
    all = folded(all);
    none = folded(none);
  }

  /** Returns the rule that at least one of these genres is there. */
  public static GenreRule anyOf(List<String> genres) {
    return new GenreRule(genres, List.of(), List.of());
  }

  static String folded(String genre) {
    return genre.toLowerCase(Locale.ROOT);
  }

  private static List<String> folded(List<String> genres) {
    return genres.stream().map(GenreRule::folded).toList();
  }
}
