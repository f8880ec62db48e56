package io.matinee.cli.command;

import io.matinee.cli.output.Table;
import io.matinee.proto.model.v1.MovieFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which movies may be in a list. */
public final class FilterOptions {
  @Option(
      names = "--genre",
      paramLabel = "GENRE",
      description = "movies with at least one of these genres; may be repeated")
  List<String> genres = List.of();

  @Option(
      names = "--every-genre",
      paramLabel = "GENRE",
      description = "movies with every one of these genres; may be repeated")
  List<String> everyGenre = List.of();

  @Option(
      names = "--without-genre",
      paramLabel = "GENRE",
      description = "movies with none of these genres; may be repeated")
  List<String> withoutGenres = List.of();

  @Option(
      names = "--only-movie",
      paramLabel = "MOVIE_ID",
      description = "no movies but these; may be repeated")
  List<String> onlyMovies = List.of();

  @Option(
      names = "--without-movie",
      paramLabel = "MOVIE_ID",
      description = "none of these movies; may be repeated")
  List<String> withoutMovies = List.of();

  @Option(
      names = "--from-year",
      paramLabel = "YEAR",
      description = "released in this year or later")
  int minimumYear;

  @Option(names = "--to-year", paramLabel = "YEAR", description = "released in this year or before")
  int maximumYear;

  @Option(
      names = "--min-ratings",
      paramLabel = "COUNT",
      description = "rated at least this often in training (default: 1)")
  @Nullable Long minimumRatingCount;

  /** Returns a list that the filter was asked of, or that there is nothing in it. */
  String shown(Table movies) {
    if (!movies.isEmpty()) {
      return movies.text();
    }
    boolean byGenre = !genres.isEmpty() || !everyGenre.isEmpty();
    return "No movie is left that passes the filter."
        + (byGenre
            ? " Genres are called as ./matinee datasets DATASET shows them, e.g. Sci-Fi."
            : "");
  }

  /** Returns the filter of the request. */
  public MovieFilter filter() {
    MovieFilter.Builder filter =
        MovieFilter.newBuilder()
            .addAllGenresAny(genres)
            .addAllGenresAll(everyGenre)
            .addAllGenresNone(withoutGenres)
            .addAllMovieIds(onlyMovies)
            .addAllExcludedMovieIds(withoutMovies)
            .setMinimumYear(minimumYear)
            .setMaximumYear(maximumYear);
    if (minimumRatingCount != null) {
      filter.setMinimumRatingCount(minimumRatingCount);
    }
    return filter.build();
  }
}
