package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.form.RatingsColumn;
import java.util.List;
import java.util.stream.Stream;

/** What a column of movies says, with the names that it goes by, the surest first. */
enum MovieField {
  /** The movie's id. */
  ID(
      Stream.concat(
              RatingsColumn.MOVIE.names().stream(),
              Stream.of("id", "imdbtitleid", "tconst", "imdbid", "imdb", "tmdbid", "tmdb"))
          .toList()),
  /** The title, with or without the year. */
  TITLE(
      "title",
      "movietitle",
      "filmtitle",
      "itemtitle",
      "name",
      "moviename",
      "itemname",
      "primarytitle",
      "originaltitle"),
  /** The title where the movie was made. */
  ORIGINAL_TITLE("originaltitle"),
  /** The year of release, or a date in it. */
  YEAR("year", "releaseyear", "movieyear", "startyear", "releasedate", "date"),
  /** The genres. */
  GENRES("genres", "genre", "categories", "category"),
  /** A few sentences about the plot. */
  OVERVIEW("overview", "description", "plot", "synopsis", "summary"),
  /** The id at imdb.com. */
  IMDB("imdbid", "imdb", "imdbtitleid", "tconst"),
  /** The id at themoviedb.org. */
  TMDB("tmdbid", "tmdb"),
  /** How many votes the movie has where it is described. */
  VOTES("votecount", "votes", "numvotes");

  /** The names by which other files name a movie of this data set: those of its ratings. */
  static final List<String> REFERENCE = RatingsColumn.MOVIE.names();

  private final List<String> names;

  MovieField(String... names) {
    this(List.of(names));
  }

  MovieField(List<String> names) {
    this.names = names;
  }

  /** Returns the names as {@link io.matinee.trainer.dataset.text.ColumnNames} compares them. */
  List<String> names() {
    return names;
  }
}
