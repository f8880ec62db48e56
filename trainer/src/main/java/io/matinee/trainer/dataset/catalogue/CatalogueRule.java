package io.matinee.trainer.dataset.catalogue;

import io.matinee.runtime.validation.Utf8Length;
import io.matinee.trainer.dataset.rating.RatingRule;
import java.util.List;
import java.util.Optional;

/**
 * What makes a row a movie: bounds that keep every reply with 1,000 movies in it below 4 MiB.
 *
 * @param fields how many fields a row has at least
 */
record CatalogueRule(int fields) {
  /** The longest title with its year, and the most that all genres take, in bytes of UTF-8. */
  static final int MAXIMUM_TEXT = 512;

  /** The longest tag or foreign id, in bytes of UTF-8. */
  static final int MAXIMUM_WORD = 64;

  /** What is wrong with the fields of a row, or empty when they can be a movie's. */
  Optional<String> problemOf(List<String> given) {
    if (given.size() < fields) {
      return Optional.of("has %d fields instead of %d".formatted(given.size(), fields));
    }
    String id = given.getFirst();
    if (id.isEmpty() || !Utf8Length.fits(id, RatingRule.MAXIMUM_ID)) {
      return Optional.of("needs an id of 1 to %d bytes".formatted(RatingRule.MAXIMUM_ID));
    }
    return problemOfText("title", given.get(1));
  }

  /** What is wrong with a movie's genres, or empty. */
  static Optional<String> problemOfGenres(List<String> genres) {
    return problemOfText("list of genres", String.join("|", genres));
  }

  /** Whether a text is short enough for a tag or a foreign id. */
  static boolean isWord(String text) {
    return Utf8Length.fits(text, MAXIMUM_WORD);
  }

  private static Optional<String> problemOfText(String what, String text) {
    return Utf8Length.fits(text, MAXIMUM_TEXT)
        ? Optional.empty()
        : Optional.of("has a %s of more than %d bytes".formatted(what, MAXIMUM_TEXT));
  }
}
