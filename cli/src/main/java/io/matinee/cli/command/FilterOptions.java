package io.matinee.cli.command;

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

  /** The filter of the request. */
  public MovieFilter filter() {
    MovieFilter.Builder filter =
        MovieFilter.newBuilder()
            .addAllGenres(genres)
            .setMinimumYear(minimumYear)
            .setMaximumYear(maximumYear);
    if (minimumRatingCount != null) {
      filter.setMinimumRatingCount(minimumRatingCount);
    }
    return filter.build();
  }
}
