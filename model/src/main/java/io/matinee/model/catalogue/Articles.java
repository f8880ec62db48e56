package io.matinee.model.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The articles with which titles begin, or which stand behind a comma at their end. */
public final class Articles {
  private static final List<String> ENGLISH = List.of("The", "An", "A");
  private static final List<String> FRENCH = List.of("Les", "Le", "La", "L'", "Une", "Un");
  private static final List<String> ITALIAN = List.of("Il", "Lo", "I", "Gli", "Gl'", "Una", "Uno");
  private static final List<String> SPANISH = List.of("Los", "Las", "El");
  private static final List<String> GERMAN = List.of("Der", "Die", "Das", "Eine", "Ein");
  private static final List<String> DUTCH_AND_NORDIC = List.of("Den", "Det", "De", "Een", "Het");
  private static final List<String> PORTUGUESE = List.of("Os", "O", "As", "Uma", "Um");
  private static final List<String> ALL =
      List.of(ENGLISH, FRENCH, ITALIAN, SPANISH, GERMAN, DUTCH_AND_NORDIC, PORTUGUESE).stream()
          .flatMap(List::stream)
          .toList();

  private static final Set<String> FOLDED =
      ALL.stream()
          .map(article -> article.replace("'", "").toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Articles() {}

  /**
   * Returns all articles, capitalised; those that stand before a vowel without a space end with an
   * apostrophe.
   */
  public static List<String> all() {
    return ALL;
  }

  /**
   * Returns whether a word is an article.
   *
   * @param word in small letters, without an apostrophe
   */
  public static boolean contains(String word) {
    return FOLDED.contains(word);
  }
}
