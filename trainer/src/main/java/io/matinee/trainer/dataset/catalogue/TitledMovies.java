package io.matinee.trainer.dataset.catalogue;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Movies by title and year. Case, accents and whatever is neither letter nor digit do not count;
 * further titles in brackets may be missing.
 */
final class TitledMovies implements MetadataMatch {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

  private final Map<Key, Set<String>> byTitle = new HashMap<>();

  /** Those of these movies that have a title and a year. */
  TitledMovies(Collection<CatalogueRow> movies) {
    for (CatalogueRow movie : movies) {
      add(movie, movie.title());
      add(movie, withoutFurtherTitles(movie.title()));
    }
  }

  @Override
  public List<String> moviesOf(CatalogueRow entry) {
    return Stream.of(entry.title(), entry.originalTitle())
        .map(title -> byTitle.getOrDefault(Key.of(title, entry.year()), Set.of()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .<List<String>>map(List::copyOf)
        .orElse(List.of());
  }

  @Override
  public boolean mayBeSeveral() {
    return false;
  }

  private void add(CatalogueRow movie, String title) {
    Key key = Key.of(title, movie.year());
    if (movie.year() != null && !key.title().isEmpty()) {
      byTitle.computeIfAbsent(key, unseen -> new LinkedHashSet<>(1)).add(movie.id());
    }
  }

  private static String withoutFurtherTitles(String title) {
    int bracket = title.indexOf('(');
    return bracket > 0 ? title.substring(0, bracket) : title;
  }

  /** A title as titles are compared, and its year. */
  private record Key(String title, @Nullable Integer year) {
    static Key of(String title, @Nullable Integer year) {
      String apart = Normalizer.normalize(title, Normalizer.Form.NFKD);
      String plain = MARKS.matcher(ACCENTS.matcher(apart).replaceAll("")).replaceAll("");
      return new Key(plain.toLowerCase(Locale.ROOT), year);
    }
  }
}
