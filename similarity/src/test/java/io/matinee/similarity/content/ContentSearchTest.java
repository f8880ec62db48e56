package io.matinee.similarity.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.ContentSpace;
import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.GenreRule;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.catalogue.MovieIdRule;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.similarity.vectors.SimilarMovie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentSearchTest {
  private static final int MOVIES = 400;
  private static final List<String> GENRES = List.of("Drama", "War", "Sci-Fi", "Comedy", "Horror");
  private static final List<String> WORDS =
      List.of("sea", "ship", "love", "robot", "city", "night", "train", "letter", "winter");
  private static final MovieFilter ALL = new MovieFilter(GenreRule.NONE, 0, 0, 0, MovieIdRule.NONE);
  private static final Catalogue CATALOGUE = catalogue();
  private static final ContentSpace SPACE = ContentSpace.of(CATALOGUE);
  private static final ContentSearch SEARCH =
      ContentSearch.of(CATALOGUE, FilterIndex.of(CATALOGUE));

  @Test
  void findsWhatAComparisonOfAllPairsFinds() {
    for (int movie = 0; movie < MOVIES; movie += 7) {
      assertThat(SEARCH.find(SEARCH.ofMovie(movie), 25, ALL)).isEqualTo(bruteForce(movie, 25));
    }
  }

  @Test
  void goesOnBehindAMovieWithoutARepeat() {
    int movie = 3;
    List<SimilarMovie> whole = SEARCH.find(SEARCH.ofMovie(movie), MOVIES, ALL);
    List<SimilarMovie> paged = new ArrayList<>();
    ContentQuery query = SEARCH.ofMovie(movie);
    List<SimilarMovie> page = SEARCH.find(query, 9, ALL);
    while (!page.isEmpty()) {
      paged.addAll(page);
      query = SEARCH.behind(query, paged.size(), page.getLast().movie());
      page = SEARCH.find(query, 9, ALL);
    }
    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(100);
  }

  @Test
  void leavesOutWhatHasNothingInCommonAndWhatAFilterDoes() {
    List<SimilarMovie> found = SEARCH.find(SEARCH.ofText("robot; war"), MOVIES, ALL);
    assertThat(found).isNotEmpty().allMatch(similar -> similar.score() > 0);
    assertThat(found)
        .allMatch(
            similar ->
                CATALOGUE.movie(similar.movie()).genres().contains("War")
                    || CATALOGUE.movie(similar.movie()).overview().contains("robot"));
    assertThat(SEARCH.find(SEARCH.ofText("robot"), MOVIES, MovieFilter.RATED)).isEmpty();
    assertThat(SEARCH.find(SEARCH.ofText("nothing of it"), MOVIES, ALL)).isEmpty();
  }

  @Test
  void knowsWhichMoviesItCanCompare() {
    assertThat(SEARCH.contains(MOVIES - 1)).isFalse();
    assertThat(SEARCH.movieCount()).isEqualTo(MOVIES - 1);
    assertThat(SEARCH.find(SEARCH.ofMovie(MOVIES - 1), 5, ALL)).isEmpty();
  }

  private static List<SimilarMovie> bruteForce(int movie, int count) {
    return IntStream.range(0, MOVIES)
        .filter(other -> other != movie)
        .mapToObj(other -> new SimilarMovie(other, (float) SPACE.cosine(movie, other)))
        .filter(found -> found.score() > 0)
        .sorted(
            Comparator.comparingDouble((SimilarMovie found) -> -found.score())
                .thenComparingInt(SimilarMovie::movie))
        .limit(count)
        .toList();
  }

  /** Movies without a rating, the last one without anything that is known of it. */
  private static Catalogue catalogue() {
    Random random = new Random(5);
    List<Movie> movies = new ArrayList<>();
    for (int movie = 0; movie < MOVIES - 1; movie++) {
      String genre = GENRES.get(random.nextInt(GENRES.size()));
      movies.add(movie(movie, List.of(genre), String.join(" ", words(random))));
    }
    movies.add(movie(MOVIES - 1, List.of(), ""));
    double[] means = new double[MOVIES];
    Arrays.fill(means, Double.NaN);
    return Catalogue.ofCounts(
        IdDictionary.of(movies.stream().map(Movie::id).toList()), movies, new long[MOVIES], means);
  }

  private static Movie movie(int id, List<String> genres, String overview) {
    return new Movie(Integer.toString(id), "", null, genres, List.of(), overview, "", "");
  }

  private static List<String> words(Random random) {
    return random.ints(random.nextInt(6), 0, WORDS.size()).mapToObj(WORDS::get).toList();
  }
}
