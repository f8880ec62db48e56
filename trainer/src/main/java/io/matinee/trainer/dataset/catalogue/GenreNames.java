package io.matinee.trainer.dataset.catalogue;

import io.matinee.model.catalogue.GenreName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One name for a genre, however files spell it: {@code Children's} of MovieLens 1M is {@code
 * Children} of the later sets, {@code Science Fiction} of themoviedb.org is {@code Sci-Fi}; of a
 * name that MovieLens does not have, the first spelling counts. Not thread-safe.
 */
public final class GenreNames {
  /** The genres of {@code u.item}, in the order of its flags. */
  static final List<String> FLAGS = MovieLensGenres.ALL;

  private static final Set<String> NONE =
      Set.of("", "nogenreslisted", "unknown", "none", "null", "nan", "na", "n");
  private static final Pattern NAMED =
      Pattern.compile("['\"]name['\"]\\s*:\\s*(?:'([^']*)'|\"([^\"]*)\")");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|([/\\\\]))");
  private static final Map<String, String> KNOWN = known();
  private static final int MOST_NAMES = 10_000;

  private final Map<String, String> names = new HashMap<>(KNOWN);

  GenreNames() {}

  /**
   * Returns the genres that a field lists: between bars, else between commas or semicolons, or as
   * texts or named objects in an array.
   */
  List<String> listed(String field) {
    String text = field.strip();
    if (text.startsWith("[")) {
      Pattern pattern = NAMED.matcher(text).find() ? NAMED : QUOTED;
      return of(pattern.matcher(text).results().map(GenreNames::either).toList());
    }
    return of(List.of(text.split(text.contains("|") ? "\\|" : "[,;]")));
  }

  /** Returns the genres whose flags are set. */
  List<String> flagged(List<String> flags) {
    return Stream.iterate(0, i -> i < FLAGS.size(), i -> i + 1)
        .filter(i -> flags.get(i).equals("1"))
        .map(FLAGS::get)
        .toList();
  }

  /** Whether a field lists nothing but genres that MovieLens has, or says that there are none. */
  static boolean areKnown(String field) {
    return Stream.of(field.split("\\|"))
        .map(GenreName::key)
        .allMatch(key -> NONE.contains(key) || KNOWN.containsKey(key));
  }

  /**
   * Returns the one name of a genre that MovieLens has, however it is spelled; any other on one
   * line as it is.
   */
  public static String named(String spelled) {
    return KNOWN.getOrDefault(GenreName.key(spelled), CatalogueRule.onOneLine(spelled));
  }

  private List<String> of(Collection<String> given) {
    LinkedHashSet<String> genres = new LinkedHashSet<>();
    for (String spelled : given) {
      String name = CatalogueRule.onOneLine(spelled.replace('|', ' '));
      String key = GenreName.key(name);
      if (!NONE.contains(key)) {
        genres.add(one(key, name));
      }
    }
    return List.copyOf(genres);
  }

  private String one(String key, String spelled) {
    String known = names.get(key);
    if (known == null && names.size() < MOST_NAMES) {
      names.put(key, spelled);
    }
    return known == null ? spelled : known;
  }

  private static String either(MatchResult match) {
    return unescaped(match.group(1) == null ? match.group(2) : match.group(1));
  }

  /** Returns a text of JSON without the escapes that a name can hold. */
  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) == null
                        ? match.group(2)
                        : String.valueOf((char) HexFormat.fromHexDigits(match.group(1)))));
  }

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>(GenreName.OTHERWISE);
    MovieLensGenres.ALL.forEach(name -> known.put(GenreName.key(name), name));
    return Map.copyOf(known);
  }
}
