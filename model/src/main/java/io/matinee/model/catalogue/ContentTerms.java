package io.matinee.model.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The terms of the fixed space that movies and texts have, in lower case; one may come often. */
final class ContentTerms {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
  private static final Pattern BESIDE_WORDS = Pattern.compile("[\\s,;:.!?()\"]+");
  private static final String GENRE = "genre:";
  private static final String TAG = "tag:";
  private static final String OF_OVERVIEW = "word:";

  /** The most words of a genre or tag that are looked for in a text. */
  private static final int LONGEST_NAME = 4;

  private ContentTerms() {}

  /** Returns the genres, tags and words of the overview of a movie. */
  static List<String> of(Movie movie) {
    List<String> found = new ArrayList<>();
    movie.genres().forEach(genre -> found.add(GENRE + lower(genre)));
    movie.tags().forEach(tag -> found.add(TAG + lower(tag)));
    words(movie.overview()).forEach(found::add);
    return found;
  }

  /** Returns what a text may name: each word of it, and genres and tags of up to four words. */
  static List<String> of(String text) {
    List<String> found = new ArrayList<>(words(text).toList());
    List<String> parts =
        BESIDE_WORDS.splitAsStream(lower(text)).filter(part -> !part.isEmpty()).toList();
    for (int from = 0; from < parts.size(); from++) {
      for (int to = from + 1; to <= Math.min(parts.size(), from + LONGEST_NAME); to++) {
        String name = String.join(" ", parts.subList(from, to));
        found.addAll(Arrays.asList(GENRE + name, TAG + name));
      }
    }
    return found;
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(lower(text)).results().map(word -> OF_OVERVIEW + word.group());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
