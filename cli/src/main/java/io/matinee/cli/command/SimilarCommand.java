package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.MovieLookup;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.MovieView;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.MovieQuery;
import io.matinee.proto.similarity.v1.WeightedSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds similar movies. */
@Command(
    name = "similar",
    description = "Finds the movies most similar to one, or to words about them.")
public final class SimilarCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin FilterOptions filter;
  @Mixin AliasOption alias;

  @Parameters(
      arity = "1..*",
      paramLabel = "MOVIE",
      description =
          "a movie's id, or words of its title, here or where it was made (of several movies the closest, then the most rated)")
  List<String> words;

  @Option(names = "--title", description = "take MOVIE for a title even when it is an id as well")
  boolean title;

  @Option(
      names = "--content",
      description =
          "compare genres, tags and overviews rather than what people like; works for movies that nobody rated, too")
  boolean content;

  @Option(
      names = "--text",
      description =
          "take MOVIE for words, which genres, tags and overviews are compared with, e.g. --text animation robot")
  boolean text;

  @Option(
      names = "--count",
      paramLabel = "COUNT",
      defaultValue = "10",
      description = "how many movies (default: ${DEFAULT-VALUE})")
  int count;

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      Clients clients = new Clients(connection);
      FindSimilarMoviesRequest.Builder request =
          FindSimilarMoviesRequest.newBuilder()
              .setPageSize(count)
              .setFilter(filter.filter())
              .setAlias(alias.name());
      String similarTo = text ? words(request) : movie(request, clients, console);
      FindSimilarMoviesResponse response = clients.similarity().findSimilarMovies(request.build());
      console.result(
          response,
          "Similar to %s, by %s%n%s"
              .formatted(
                  similarTo,
                  response.getModelVersion(),
                  filter.shown(MovieView.similar(response.getMoviesList()))));
    }
  }

  private String words(FindSimilarMoviesRequest.Builder request) {
    String typed = String.join(" ", words);
    request.setText(typed);
    return "\"" + typed + "\"";
  }

  private String movie(FindSimilarMoviesRequest.Builder request, Clients clients, Console console) {
    Movie movie = find(console, new MovieLookup(clients.catalogue(), alias.name()));
    request.setMovies(MovieQuery.newBuilder().addLikedMovieIds(movie.getMovieId()));
    if (content) {
      request.addSpaces(
          WeightedSpace.newBuilder().setSpace(EmbeddingSpace.EMBEDDING_SPACE_CONTENT));
    }
    return "%s, id %s".formatted(MovieView.name(movie), movie.getMovieId());
  }

  private Movie find(Console console, MovieLookup lookup) {
    String typed = String.join(" ", words);
    Optional<Movie> known = title ? Optional.empty() : lookup.byId(typed);
    if (known.isPresent()) {
      return known.get();
    }
    List<Movie> matches = lookup.byTitle(typed);
    if (matches.size() > 1) {
      console.note(
          "Also found by that title: "
              + matches.stream()
                  .skip(1)
                  .map(movie -> MovieView.described(movie) + ", id " + movie.getMovieId())
                  .collect(Collectors.joining("; ")));
    }
    return matches.getFirst();
  }
}
