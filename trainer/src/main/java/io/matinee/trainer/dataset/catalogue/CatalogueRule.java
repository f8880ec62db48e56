package io.matinee.trainer.dataset.catalogue;

import io.matinee.runtime.validation.Utf8Length;
import io.matinee.trainer.dataset.rating.RatingRule;
import io.matinee.trainer.dataset.text.TextRow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes a row a movie: bounds that keep every reply with 1,000 movies in it below 4 MiB. */
final class CatalogueRule {
  /** The longest title with its year, and the most that all genres take, in bytes of UTF-8. */
  static final int MAXIMUM_TEXT = 512;

  /** The longest tag or foreign id, in bytes of UTF-8. */
  static final int MAXIMUM_WORD = 64;

  /** The most that is kept of an original title, in bytes of UTF-8. */
  static final int MAXIMUM_ORIGINAL_TITLE = 200;

  /** The most that is kept of an overview, in bytes of UTF-8. */
  static final int MAXIMUM_OVERVIEW = 2_000;

  private static final String CUT = "\u2026";
  private static final int BYTES_OF_CUT = 3;
  private static final int LONGEST_WORD = 50;
  private static final Pattern GAP = Pattern.compile("[\\p{Cntrl}\\s]+");

  private CatalogueRule() {}

  /** What is wrong with the fields of a row, or empty when they can be a movie's. */
  static Optional<String> problemOf(TextRow row, List<String> fields, MovieColumns columns) {
    if (!row.problem().isEmpty()) {
      return Optional.of(row.problem());
    }
    if (fields.size() != columns.size()) {
      return Optional.of("has %d fields instead of %d".formatted(fields.size(), columns.size()));
    }
    Optional<String> problem = RatingRule.problemOfId(columns.value(fields, MovieField.ID));
    return problem.isPresent()
        ? problem
        : problemOfText("title", columns.value(fields, MovieField.TITLE));
  }

  /** What is wrong with a movie's genres, or empty. */
  static Optional<String> problemOfGenres(List<String> genres) {
    return problemOfText("list of genres", String.join("|", genres));
  }

  /** Whether a text is short enough for a tag or a foreign id. */
  static boolean isWord(String text) {
    return Utf8Length.fits(text, MAXIMUM_WORD);
  }

  /** Returns a text on one line, what is no character of it being one space. */
  static String onOneLine(String text) {
    return GAP.matcher(text).replaceAll(" ").strip();
  }

  /** Returns an overview on one line, cut behind a word when it is too long. */
  static String overview(String text) {
    return shortened(text, MAXIMUM_OVERVIEW);
  }

  /** Returns an original title on one line, cut behind a word when it is too long. */
  static String originalTitle(String text) {
    return shortened(text, MAXIMUM_ORIGINAL_TITLE);
  }

  private static String shortened(String text, int bytes) {
    String line = onOneLine(text);
    if (Utf8Length.fits(line, bytes)) {
      return line;
    }
    int end = firstBytes(line, bytes - BYTES_OF_CUT);
    int word = line.lastIndexOf(' ', end);
    return line.substring(0, end - word < LONGEST_WORD ? word : end) + CUT;
  }

  /** Where the first so many bytes of a text end, never within a character. */
  private static int firstBytes(String text, int bytes) {
    int end = 0;
    for (int taken = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
      int character = text.codePointAt(end);
      taken += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (taken > bytes) {
        break;
      }
    }
    return end;
  }

  private static Optional<String> problemOfText(String what, String text) {
    return Utf8Length.fits(text, MAXIMUM_TEXT)
        ? Optional.empty()
        : Optional.of("has a %s of more than %d bytes".formatted(what, MAXIMUM_TEXT));
  }
}
