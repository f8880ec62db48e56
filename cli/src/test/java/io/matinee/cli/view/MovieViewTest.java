package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.output.Table;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.serving.v1.RecommendedMovie;
import io.matinee.proto.serving.v1.SeenMovie;
import io.matinee.proto.similarity.v1.SimilarMovie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MovieViewTest {
  private static final Movie MOVIE =
      Movie.newBuilder().setMovieId("tt0114709").setTitle("Toy Story").build();

  @ParameterizedTest
  @MethodSource("tables")
  void showsTheIdThatOptionsTake(Table table) {
    assertThat(table.text().lines())
        .satisfiesExactly(
            header -> assertThat(header).contains("  id  "),
            movie -> assertThat(movie).contains("  tt0114709  Toy Story"));
  }

  @Test
  void saysWhatElseAMovieIsCalledAndWhoVotedWhereThatIsKnown() {
    assertThat(MovieView.described(MOVIE)).isEqualTo("Toy Story");
    assertThat(
            MovieView.described(
                Movie.newBuilder()
                    .setTitle("Ran")
                    .setYear(1985)
                    .setOriginalTitle("乱")
                    .setVoteCount(1_378)
                    .build()))
        .isEqualTo("Ran (1985), originally 乱, 1,378 votes");
  }

  static List<Table> tables() {
    return List.of(
        MovieView.recommended(List.of(RecommendedMovie.newBuilder().setMovie(MOVIE).build())),
        MovieView.seen(List.of(SeenMovie.newBuilder().setMovie(MOVIE).build())),
        MovieView.similar(List.of(SimilarMovie.newBuilder().setMovie(MOVIE).build())));
  }
}
