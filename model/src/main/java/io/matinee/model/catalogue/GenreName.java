package io.matinee.model.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How genres are compared: {@code sci fi} and {@code Science Fiction} are {@code Sci-Fi}. */
public final class GenreName {
  /** Names of MovieLens, by the letters and digits of what else they are called. */
  public static final Map<String, String> OTHERWISE =
      Map.of(
          "childrens", "Children",
          "sciencefiction", "Sci-Fi",
          "imax", "IMAX");

  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

  private GenreName() {}

  /** Returns the letters and digits of a name, in lower case. */
  public static String key(String name) {
    return MARKS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the letters and digits of the one name of a genre, in lower case: {@code scifi} however
   * {@code Sci-Fi} is spelled; a name of other signs alone as it is.
   */
  public static String plain(String spelled) {
    String key = key(spelled);
    String plain = key(OTHERWISE.getOrDefault(key, key));
    return plain.isEmpty() ? spelled.toLowerCase(Locale.ROOT) : plain;
  }
}
