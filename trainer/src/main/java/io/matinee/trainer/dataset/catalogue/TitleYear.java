package io.matinee.trainer.dataset.catalogue;

import io.matinee.model.catalogue.Articles;
import io.matinee.runtime.validation.Utf8Length;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A title and its year, taken apart: {@code American President, The (1995)} is {@code The American
 * President} of 1995.
 *
 * @param title the title, its article in front
 * @param year the year of release, or null when none is given
 */
record TitleYear(String title, @Nullable Integer year) {
  private static final int FIRST_FILM = 1870;
  private static final int LAST_FILM = 2100;
  private static final int NEAR = 3; // years between a premiere and a release elsewhere
  private static final Pattern WITH_YEAR =
      Pattern.compile("^(.*?)\\s*\\((\\d{4})(?:[-\u2013]\\d{0,4})?\\)\\s*$");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
  private static final Pattern ARTICLE_BEHIND =
      Pattern.compile("([^()]+?), (" + articles() + ")(?=\\s*(?:\\(|\\)|$))");

  /** Takes a title apart that may end in its year. */
  static TitleYear parse(String text) {
    Matcher matcher = WITH_YEAR.matcher(text);
    if (matcher.matches() && Integer.parseInt(matcher.group(2)) >= FIRST_FILM) {
      return new TitleYear(articleInFront(matcher.group(1)), Integer.valueOf(matcher.group(2)));
    }
    return new TitleYear(articleInFront(text.strip()), null);
  }

  /**
   * Takes a title apart beside which a year or date stands. A year in the title that is far from it
   * belongs to the title, as in {@code Blade Runner (2049)}.
   */
  static TitleYear parse(String text, String date) {
    TitleYear parsed = parse(text);
    Integer year = yearIn(date);
    if (year == null || parsed.year() == null) {
      return new TitleYear(parsed.title(), year == null ? parsed.year() : year);
    }
    return Math.abs(year - parsed.year()) <= NEAR
        ? parsed
        : new TitleYear(articleInFront(text.strip()), year);
  }

  /** Whether a text ends in a year in brackets. */
  static boolean endsInYear(String text) {
    return Utf8Length.fits(text, CatalogueRule.MAXIMUM_TEXT) && parse(text).year() != null;
  }

  /** Returns the first number in a text that can be a movie's year, or null. */
  static @Nullable Integer yearIn(String text) {
    return YEAR.matcher(text)
        .results()
        .map(found -> Integer.valueOf(found.group()))
        .filter(year -> year >= FIRST_FILM && year <= LAST_FILM)
        .findFirst()
        .orElse(null);
  }

  private static String articles() {
    return String.join("|", Articles.all()).replace("'", "['\u2019]");
  }

  private static String articleInFront(String title) {
    return ARTICLE_BEHIND
        .matcher(title)
        .replaceAll(
            match -> {
              String article = match.group(2);
              String space = Character.isLetter(article.charAt(article.length() - 1)) ? " " : "";
              return Matcher.quoteReplacement(article + space + match.group(1));
            });
  }
}
