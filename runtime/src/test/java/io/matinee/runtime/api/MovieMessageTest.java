package io.matinee.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.proto.model.v1.MovieView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovieMessageTest {
  private static final Catalogue CATALOGUE =
      Catalogue.ofCounts(
          IdDictionary.of(List.of("1", "2")),
          List.of(
              new Movie(
                  "1",
                  "Heat",
                  "Chaleur",
                  1995,
                  List.of("Crime"),
                  List.of("tense"),
                  "Cops.",
                  "113277",
                  "949",
                  1_886),
              new Movie("2", "Undated", null, List.of(), List.of(), "", "", "")),
          new long[] {2, 0},
          new double[] {3.5, Double.NaN});

  @Test
  void saysWhatIsKnownOfAMovie() {
    var message = MovieMessage.of(CATALOGUE, 0);
    assertThat(message.getMovieId()).isEqualTo("1");
    assertThat(message.getTitle()).isEqualTo("Heat");
    assertThat(message.getOriginalTitle()).isEqualTo("Chaleur");
    assertThat(message.getYear()).isEqualTo(1995);
    assertThat(message.getGenresList()).containsExactly("Crime");
    assertThat(message.getRatingCount()).isEqualTo(2);
    assertThat(message.getMeanRating()).isEqualTo(3.5f);
    assertThat(message.getImdbId()).isEqualTo("113277");
    assertThat(message.getTmdbId()).isEqualTo("949");
    assertThat(message.getOverview()).isEqualTo("Cops.");
    assertThat(message.getVoteCount()).isEqualTo(1_886);
  }

  @Test
  void saysNothingOfTheMeanOfNoRatings() {
    assertThat(MovieMessage.of(CATALOGUE, 1))
        .isEqualTo(
            io.matinee.proto.model.v1.Movie.newBuilder()
                .setMovieId("2")
                .setTitle("Undated")
                .build());
  }

  @ParameterizedTest
  @EnumSource(MovieView.class)
  void showsTheIdAloneOrAllOrWhatListsNeed(MovieView view) {
    var all = MovieMessage.of(CATALOGUE, 0);

    assertThat(MovieMessage.in(view, all))
        .isEqualTo(
            switch (view) {
              case MOVIE_VIEW_ID ->
                  io.matinee.proto.model.v1.Movie.newBuilder().setMovieId("1").build();
              case MOVIE_VIEW_FULL -> all;
              default ->
                  all.toBuilder().clearOriginalTitle().clearOverview().clearVoteCount().build();
            });
  }
}
