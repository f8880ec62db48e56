package io.matinee.trainer.dataset.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.catalogue.MovieLensGenres;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SampleCatalogueTest {

  @Test
  void knowsAboutSixHundredMoviesOfACentury() throws IOException {
    assertThat(SampleCatalogue.movies())
        .hasSizeBetween(600, 650)
        .allSatisfy(movie -> assertThat(movie.year()).isBetween(1920, 2025))
        .allSatisfy(movie -> assertThat(movie.fame()).isBetween(1, 5))
        .allSatisfy(movie -> assertThat(movie.themes()).isNotEmpty());
  }

  @Test
  void usesTheGenresOfMovieLensAndAllOfThem() throws IOException {
    Set<String> genres = new TreeSet<>();
    SampleCatalogue.movies().forEach(movie -> genres.addAll(movie.genres()));

    assertThat(genres).containsExactlyInAnyOrderElementsOf(MovieLensGenres.ALL);
  }

  @Test
  void namesEachMovieOnceAndNumbersThemFromOne() throws IOException {
    assertThat(SampleCatalogue.movies().stream().map(movie -> movie.title() + movie.year()))
        .doesNotHaveDuplicates();
    assertThat(SampleCatalogue.movies().getLast().id()).isEqualTo(SampleCatalogue.movies().size());
  }
}
