package io.matinee.trainer.dataset.catalogue;

import io.matinee.model.catalogue.Articles;
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
  private static final Pattern WITH_YEAR =
      Pattern.compile("^(.*?)\\s*\\((\\d{4})(?:[-\u2013]\\d{0,4})?\\)\\s*$");
  private static final Pattern ARTICLE_BEHIND =
      Pattern.compile("([^()]+?), (" + articles() + ")(?=\\s*(?:\\(|\\)|$))");

  static TitleYear parse(String text) {
    Matcher matcher = WITH_YEAR.matcher(text);
    if (matcher.matches() && Integer.parseInt(matcher.group(2)) >= FIRST_FILM) {
      return new TitleYear(articleInFront(matcher.group(1)), Integer.valueOf(matcher.group(2)));
    }
    return new TitleYear(articleInFront(text.strip()), null);
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
