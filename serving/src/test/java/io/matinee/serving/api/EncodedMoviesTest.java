package io.matinee.serving.api;

import static io.matinee.serving.SmallCatalogue.movie;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendedMovie;
import io.matinee.serving.SmallCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedMoviesTest {
  private static final Catalogue CATALOGUE =
      SmallCatalogue.of(
          movie("1", "Matrix, The", 1999, 50, "Action", "Sci-Fi"),
          movie("2", "Amélie (Fabuleux destin d'Amélie Poulain, Le)", 2001, 20),
          movie("3", "Léon ".repeat(100), null, 0, "Drama"));
  private static final MovieMessages MESSAGES = MovieMessages.of(CATALOGUE);

  @ParameterizedTest
  @CsvSource({
    "0,MOVIE_VIEW_BASIC",
    "1,MOVIE_VIEW_UNSPECIFIED",
    "1,MOVIE_VIEW_ID",
    "3,MOVIE_VIEW_BASIC",
    "40,MOVIE_VIEW_UNSPECIFIED",
    "40,MOVIE_VIEW_ID",
    "40,MOVIE_VIEW_FULL"
  })
  void travelAsThePlainMessageDoes(int length, MovieView view)
      throws InvalidProtocolBufferException {
    var list = list(length, new SplittableRandom(length));
    RecommendResponse.Builder plain = RecommendResponse.newBuilder().setModelVersion("models/m");
    list.forEach(movie -> plain.addMovies(message(movie, view)));

    RecommendResponse encoded =
        RecommendResponse.newBuilder()
            .setModelVersion("models/m")
            .setUnknownFields(EncodedMovies.of(MESSAGES, CATALOGUE.size()).field(list, view))
            .build();

    assertThat(RecommendResponse.parseFrom(encoded.toByteArray())).isEqualTo(plain.build());
    assertThat(encoded.getSerializedSize()).isEqualTo(plain.build().getSerializedSize());
  }

  private static List<io.matinee.serving.recommend.RecommendedMovie> list(
      int length, SplittableRandom random) {
    List<io.matinee.serving.recommend.RecommendedMovie> list = new ArrayList<>();
    for (int rank = 1; rank <= length; rank++) {
      OptionalDouble rating =
          random.nextBoolean() ? OptionalDouble.of(random.nextInt(1, 6)) : OptionalDouble.empty();
      list.add(
          new io.matinee.serving.recommend.RecommendedMovie(
              random.nextInt(CATALOGUE.size()), random.nextInt(-3, 3), rating, rank));
    }
    return list;
  }

  private static RecommendedMovie message(
      io.matinee.serving.recommend.RecommendedMovie movie, MovieView view) {
    RecommendedMovie.Builder message =
        RecommendedMovie.newBuilder()
            .setMovie(MESSAGES.get(movie.movie(), view))
            .setScore(movie.score())
            .setRank(movie.rank());
    movie.predictedRating().ifPresent(rating -> message.setPredictedRating((float) rating));
    return message.build();
  }
}
