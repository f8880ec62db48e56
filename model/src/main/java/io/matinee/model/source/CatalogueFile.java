package io.matinee.model.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file beside the ratings describes, by the names that it usually has. */
public enum CatalogueFile {
  /** Titles and genres. */
  MOVIES("movies.csv", "movies.tsv", "movies.dat", "u.item", "movie_titles.csv"),
  /** Overviews, votes and more of The Movies Dataset, by the ids of themoviedb.org. */
  METADATA("movies_metadata.csv"),
  /** Ids at other sites. */
  LINKS("links.csv", "links.dat", "links_small.csv"),
  /** Tags that users gave. */
  TAGS("tags.csv", "tags.dat"),
  /** Age, sex and occupation of users. */
  USERS("users.csv", "users.dat", "u.user");

  private final List<String> names;

  CatalogueFile(String... names) {
    this.names = List.of(names);
  }

  /**
   * Returns the names, the first that is there being meant: those with the ending of the ratings'
   * own name go before the others.
   */
  List<String> names(String ratings) {
    String ending = ratings.substring(ratings.lastIndexOf('.') + 1);
    return Stream.concat(
            names.stream().filter(name -> isOfForm(name, ending)),
            names.stream().filter(name -> !isOfForm(name, ending)))
        .toList();
  }

  /** MovieLens 100k names its files {@code u.data}, {@code u.item} and {@code u.user}. */
  private static boolean isOfForm(String name, String ending) {
    return ending.equals("data") ? name.startsWith("u.") : name.endsWith("." + ending);
  }

  /** Whether such a file says which movies there are. */
  public boolean describesMovies() {
    return this == MOVIES || this == METADATA;
  }

  /** Returns what a file of this name, in lower case and unpacked, describes. */
  public static Optional<CatalogueFile> of(String name) {
    return Stream.of(values()).filter(kind -> kind.names.contains(name)).findFirst();
  }
}
