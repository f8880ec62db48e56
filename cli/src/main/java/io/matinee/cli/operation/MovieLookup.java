package io.matinee.cli.operation;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import io.matinee.proto.serving.v1.GetMovieRequest;
import io.matinee.proto.serving.v1.SearchMoviesRequest;
import java.util.List;
import java.util.Optional;

/**
 * Finds the movie that a person means, in the full view.
 *
 * @param catalogue of the serving service
 * @param alias whose version is asked; empty for the first that is followed
 */
public record MovieLookup(CatalogueServiceBlockingStub catalogue, String alias) {

  /** Returns the movie of an id; empty when there is none. */
  public Optional<Movie> byId(String id) {
    try {
      GetMovieRequest request =
          GetMovieRequest.newBuilder()
              .setMovieId(id)
              .setView(MovieView.MOVIE_VIEW_FULL)
              .setAlias(alias)
              .build();
      return Optional.of(catalogue.getMovie(request).getMovie());
    } catch (StatusRuntimeException failure) {
      if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /**
   * Returns the movies whose titles come closest to the words, the closest first.
   *
   * @param words of the title
   * @return at least one movie, at most five
   * @throws CommandFailure when there is none
   */
  public List<Movie> byTitle(String words) {
    List<Movie> movies =
        catalogue
            .searchMovies(
                SearchMoviesRequest.newBuilder()
                    .setQuery(words)
                    .setPageSize(5)
                    .setView(MovieView.MOVIE_VIEW_FULL)
                    .setAlias(alias)
                    .build())
            .getMoviesList();
    if (movies.isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "no movie has the id or the title \"" + words + "\"");
    }
    return movies;
  }
}
