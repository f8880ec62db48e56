package io.matinee.model.catalogue;

import java.util.List;

/**
 * Which genres a movie must and must not have, however they are spelled ({@link GenreName}).
 *
 * @param any at least one of these; empty for no such rule
 * @param all every one of these
 * @param none none of these
 */
public record GenreRule(List<String> any, List<String> all, List<String> none) {
  /** The rule that every movie keeps. */
  public static final GenreRule NONE = new GenreRule(List.of(), List.of(), List.of());

  /** Takes the genres as they are compared. */
  public GenreRule {
    any = plain(any);
    all = plain(all);
    none = plain(none);
  }

  /** Returns the rule that at least one of these genres is there. */
  public static GenreRule anyOf(List<String> genres) {
    return new GenreRule(genres, List.of(), List.of());
  }

  private static List<String> plain(List<String> genres) {
    return genres.stream().map(GenreName::plain).toList();
  }
}
