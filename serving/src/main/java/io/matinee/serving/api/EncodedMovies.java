package io.matinee.serving.api;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
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
  /** By movie, a {@link RecommendedMovie} of nothing but the movie. */
  private final List<ByteString> entries;

  private EncodedMovies(List<ByteString> entries) {
    this.entries = entries;
  }

  /** Encodes movies; {@code count} of them. */
  static EncodedMovies of(MovieMessages movies, int count) {
    return new EncodedMovies(
        IntStream.range(0, count)
            .mapToObj(movie -> RecommendedMovie.newBuilder().setMovie(movies.get(movie)).build())
            .map(RecommendedMovie::toByteString)
            .toList());
  }

  /** Returns the field {@code movies} of a {@link RecommendResponse}, encoded. */
  UnknownFieldSet field(List<io.matinee.serving.recommend.RecommendedMovie> list) {
    UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
    for (var movie : list) {
      field.addLengthDelimited(entries.get(movie.movie()).concat(placing(movie).toByteString()));
    }
    return UnknownFieldSet.newBuilder()
        .addField(RecommendResponse.MOVIES_FIELD_NUMBER, field.build())
        .build();
  }

  private static RecommendedMovie placing(io.matinee.serving.recommend.RecommendedMovie movie) {
    RecommendedMovie.Builder message =
        RecommendedMovie.newBuilder().setScore(movie.score()).setRank(movie.rank());
    movie.predictedRating().ifPresent(rating -> message.setPredictedRating((float) rating));
    return message.build();
  }
}
