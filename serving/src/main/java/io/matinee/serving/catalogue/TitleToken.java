package io.matinee.serving.catalogue;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands between two spaces of a title or a query: {@code L'Estate} has the words {@code l}
 * and {@code estate}.
 *
 * @param words folded, of letters and digits alone, at least one; in scripts without spaces each
 *     character is a word
 */
record TitleToken(List<String> words) {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final String UNSPACED = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]";
  private static final Pattern WORD =
      Pattern.compile(UNSPACED + "\\p{M}*|[\\p{L}\\p{M}\\p{N}&&[^" + UNSPACED + "]]+");

  /** Returns the tokens of a text, in its order. */
  static List<TitleToken> of(String text) {
    return SPACES
        .splitAsStream(FoldedText.of(text))
        .map(part -> WORD.matcher(part).results().map(MatchResult::group).toList())
        .filter(Predicate.not(List::isEmpty))
        .map(TitleToken::new)
        .toList();
  }

  /** Returns all words in one: {@code Spider-Man} is also found, and finds, as one word. */
  String joined() {
    return String.join("", words);
  }
}
