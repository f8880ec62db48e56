package io.matinee.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final IdDictionary ids = IdDictionary.of(List.of("10", "20"));
  private final List<Movie> movies =
      List.of(
          Movies.movie("10", List.of(), List.of(), ""),
          Movies.movie("20", List.of(), List.of(), ""));
  private final RatingsMatrix training =
      RatingsMatrix.builder(IdDictionary.of(List.of("1", "2")), ids)
          .add(0, 1, 2f, 0)
          .add(1, 1, 5f, 0)
          .build();

  @Test
  void countsTrainingRatings() {
    Catalogue catalogue = Catalogue.of(ids, movies, training);
    assertThat(catalogue.ratingCount(1)).isEqualTo(2);
    assertThat(catalogue.meanRating(1)).isEqualTo(3.5);
    assertThat(catalogue.meanRating(0)).isNaN();
    assertThat(catalogue.isCandidate(0)).isFalse();
    assertThat(catalogue.isCandidate(1)).isTrue();
    assertThat(catalogue.candidateCount()).isEqualTo(1);
  }

  @Test
  void keepsItsCountsWithoutMeans() {
    Catalogue counted = Catalogue.of(ids, movies, training).withoutMeans();
    assertThat(counted.ratingCount(1)).isEqualTo(2);
    assertThat(counted.meanRating(1)).isNaN();
  }

  @Test
  void refusesMoviesOutOfOrder() {
    assertThatThrownBy(() -> Catalogue.of(ids, movies.reversed(), training))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("movie 0 is 20, its dictionary says 10");
  }

  @Test
  void refusesPartsOfDifferentSize() {
    assertThatThrownBy(() -> Catalogue.of(ids, movies.subList(0, 1), training))
        .isInstanceOf(IllegalArgumentException.class);
    IdDictionary one = IdDictionary.of(List.of("10"));
    assertThatThrownBy(() -> Catalogue.of(one, movies.subList(0, 1), training))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
