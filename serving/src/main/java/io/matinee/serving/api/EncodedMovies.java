package io.matinee.serving.api;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendedMovie;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The movies of one version as lists carry them, encoded once instead of at every reply. Protobuf
 * joins messages by joining their encodings, so a list's entry is the movie's bytes and then its
 * score's; and it sends bytes that are kept as an unknown field as they are. What travels is the
 * plain message, but the sender's own {@code getMoviesList()} is empty. Immutable.
 */
final class EncodedMovies {
  private static final MovieView KEPT = MovieView.MOVIE_VIEW_BASIC;

  private final MovieMessages movies;

  /** By movie, a {@link RecommendedMovie} of nothing but the movie. */
  private final List<ByteString> entries;

  private EncodedMovies(MovieMessages movies, List<ByteString> entries) {
    this.movies = movies;
    this.entries = entries;
  }

  /** Encodes movies; {@code count} of them. */
  static EncodedMovies of(MovieMessages movies, int count) {
    return new EncodedMovies(
        movies,
        IntStream.range(0, count).mapToObj(movie -> encoded(movies.get(movie, KEPT))).toList());
  }

  /** Returns the field {@code movies} of a {@link RecommendResponse}, encoded. */
  UnknownFieldSet field(List<io.matinee.serving.recommend.RecommendedMovie> list, MovieView view) {
    UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
    for (var movie : list) {
      field.addLengthDelimited(entry(movie.movie(), view).concat(placing(movie).toByteString()));
    }
    return UnknownFieldSet.newBuilder()
        .addField(RecommendResponse.MOVIES_FIELD_NUMBER, field.build())
        .build();
  }

  private ByteString entry(int movie, MovieView view) {
    return view == KEPT || view == MovieView.MOVIE_VIEW_UNSPECIFIED
        ? entries.get(movie)
        : encoded(movies.get(movie, view));
  }

  private static ByteString encoded(Movie movie) {
    return RecommendedMovie.newBuilder().setMovie(movie).build().toByteString();
  }

  private static RecommendedMovie placing(io.matinee.serving.recommend.RecommendedMovie movie) {
    RecommendedMovie.Builder message =
        RecommendedMovie.newBuilder().setScore(movie.score()).setRank(movie.rank());
    movie.predictedRating().ifPresent(rating -> message.setPredictedRating((float) rating));
    return message.build();
  }
}
