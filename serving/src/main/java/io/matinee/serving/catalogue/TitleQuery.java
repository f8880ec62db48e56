package io.matinee.serving.catalogue;

import io.matinee.model.catalogue.Articles;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;

/**
 * What is looked for.
 *
 * @param article whether the first word is an article, which a title may lack
 * @param tokens what a title must come close to, all of it
 */
record TitleQuery(boolean article, List<TitleToken> tokens) {
  /** The most words of a query. */
  static final int MAXIMUM_WORDS = 32;

  /**
   * Reads a query.
   *
   * @throws MatineeException INVALID_REQUEST when the query has no letter and no digit, or too many
   *     words
   */
  static TitleQuery parse(String query) {
    List<TitleToken> tokens = TitleToken.of(query).stream().distinct().toList();
    int words = tokens.stream().mapToInt(token -> token.words().size()).sum();
    if (words == 0) {
      throw refusal("must have a letter or a digit");
    }
    if (words > MAXIMUM_WORDS) {
      throw refusal("has %d words: give %d at most".formatted(words, MAXIMUM_WORDS));
    }
    boolean article = words > 1 && Articles.contains(tokens.getFirst().words().getFirst());
    return new TitleQuery(article, tokens);
  }

  private static MatineeException refusal(String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, "query " + problem)
        .onField("query", problem);
  }
}
