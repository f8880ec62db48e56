package io.matinee.trainer.dataset.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
  private static final List<String> MOVIE = List.of("movieid", "itemid", "id");

  @Test
  void findsAColumnWhateverItsCapitalsSpacesAndUnderscores() {
    for (String name : List.of("movieId", "movie_id", "Movie ID", "\"MOVIE-ID\"", "movie.id")) {
      assertThat(ColumnNames.of(List.of("title", name)).position(MOVIE)).isEqualTo(1);
    }
  }

  @Test
  void takesTheFirstSynonymThatThereIs() {
    assertThat(ColumnNames.of(List.of("id", "title", "item_id")).position(MOVIE)).isEqualTo(2);
    assertThat(ColumnNames.of(List.of("id", "title")).position(MOVIE)).isZero();
  }

  @Test
  void saysThatAColumnIsAbsent() {
    ColumnNames names = ColumnNames.of(List.of("movie", "idle", ""));
    assertThat(names.position(MOVIE)).isEqualTo(ColumnNames.ABSENT);
    assertThat(names.size()).isEqualTo(3);
  }
}
