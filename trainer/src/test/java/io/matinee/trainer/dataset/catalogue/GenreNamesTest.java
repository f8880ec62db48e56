package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenreNamesTest {
  private final GenreNames genres = new GenreNames();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Children's; Children", // u.genre of MovieLens 100k, movies.dat of 1M
        "Children; Children", // movies.dat of 10M, movies.csv since
        "Sci-Fi; Sci-Fi",
        "Science Fiction; Sci-Fi", // themoviedb.org
        "SciFi; Sci-Fi",
        "sci fi; Sci-Fi",
        "Film-Noir; Film-Noir",
        "film noir; Film-Noir",
        "IMAX; IMAX", // 10M and later
        "Imax; IMAX",
        "DRAMA; Drama",
        "Musical; Musical",
        "Music; Music",
        "TV Movie; TV Movie"
      })
  void namesAGenreInOneWay(String spelled, String name) {
    assertThat(genres.listed(spelled)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"(no genres listed)", "''", "unknown", "N/A", "\\N", "[]", "|"})
  void knowsTheWordsForNone(String text) {
    assertThat(genres.listed(text)).isEmpty();
  }

  @Test
  void takesTheFirstSpellingOfANameThatMovieLensDoesNotHave() {
    assertThat(genres.listed("Space Opera|Heimatfilm"))
        .containsExactly("Space Opera", "Heimatfilm");
    assertThat(genres.listed("HEIMATFILM|space opera"))
        .containsExactly("Heimatfilm", "Space Opera");
  }

  @Test
  void keepsControlCharactersOutOfNames() {
    assertThat(genres.listed("Heimat\0film|\u0001Drama")).containsExactly("Heimat film", "Drama");
  }

  @Test
  void namesAGenreOnce() {
    assertThat(genres.listed("Drama|drama|War|Drama")).containsExactly("Drama", "War");
  }

  @Test
  void readsArraysOfNamesAndOfObjects() {
    assertThat(genres.listed("[\"Drama\", \"War\"]")).containsExactly("Drama", "War");
    assertThat(
            genres.listed("[{'id': 16, 'name': 'Animation'}, {'id': 1, 'name': \"Children's\"}]"))
        .containsExactly("Animation", "Children");
  }

  @Test
  void readsTheFlagsOfItems() {
    List<String> flags = List.of("0,0,0,1,0,0,0,0,0,0,0,0,0,0,1,0,0,0".split(","));
    assertThat(genres.flagged(flags)).containsExactly("Children", "Sci-Fi");
  }

  @Test
  void readsTheEscapesOfJson() {
    assertThat(genres.listed("[{\"name\": \"Com\\u00e9die\\/Noir\"}, {\"name\": \"a\\u000Ab\"}]"))
        .containsExactly("Com\u00e9die/Noir", "a b");
  }
}
