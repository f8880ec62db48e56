package io.matinee.similarity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.ContentSpace;
import io.matinee.proto.model.v1.Embedding;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.MovieQuery;
import io.matinee.proto.similarity.v1.SearchMethod;
import io.matinee.proto.similarity.v1.SimilarMovie;
import io.matinee.proto.similarity.v1.SpaceScore;
import io.matinee.proto.similarity.v1.WeightedSpace;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.PageToken;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
class FindSimilarMoviesTest extends RunningService {
  private static final String NOT_INDEXED = "9999";

  @ParameterizedTest
  @EnumSource(value = SearchMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
  void findsTheMostSimilarMovies(SearchMethod method) {
    FindSimilarMoviesResponse response = find(request(STAR_WARS).setMethod(method));

    assertThat(response.getModelVersion()).isEqualTo(version);
    assertThat(response.getMethod())
        .isEqualTo(
            method == SearchMethod.SEARCH_METHOD_HNSW
                ? SearchMethod.SEARCH_METHOD_HNSW
                : SearchMethod.SEARCH_METHOD_EXACT);
    assertThat(ids(response)).isEqualTo(expected.of(STAR_WARS, 10, any -> true));
    assertThat(response.getMoviesList())
        .extracting(SimilarMovie::getRank)
        .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
    assertThat(response.getMoviesList())
        .allSatisfy(
            similar ->
                assertThat(similar.getScoresList())
                    .extracting(SpaceScore::getSpace, SpaceScore::getScore)
                    .containsExactly(
                        tuple(EmbeddingSpace.EMBEDDING_SPACE_RANKING, similar.getScore())));
    assertThat(response.getMoviesList())
        .allSatisfy(
            similar ->
                assertThat((double) similar.getScore())
                    .isBetween(-1.0, 1.0)
                    .isCloseTo(
                        expected.similarity(index(STAR_WARS), index(similar)), within(1e-5)));
  }

  @Test
  void saysWhatASimilarityRestsOn() {
    assertThat(find(request(STAR_WARS).setView(MovieView.MOVIE_VIEW_ID)).getMoviesList())
        .allSatisfy(
            similar -> {
              assertThat(similar.getSupportCount())
                  .isEqualTo(content.catalogue().ratingCount(index(similar)));
              assertThat((double) similar.getScores(0).getCosine())
                  .isCloseTo(expected.cosine(index(STAR_WARS), index(similar)), within(1e-5));
            });
  }

  @Test
  void leavesOutTheMovieAndHasItsDuplicates() {
    FindSimilarMoviesResponse response = find(request(STAR_WARS).setPageSize(100));

    assertThat(ids(response)).doesNotContain(STAR_WARS);
    assertThat(response.getMoviesList())
        .filteredOn(similar -> similar.getScores(0).getCosine() > 1 - 1e-6)
        .extracting(similar -> similar.getMovie().getMovieId())
        .containsExactlyInAnyOrder("480", "1210");
  }

  @Test
  void tellsWhatIsKnownOfAMovie() {
    SimilarMovie similar =
        find(request(STAR_WARS).setPageSize(100)).getMoviesList().stream()
            .filter(found -> found.getMovie().getMovieId().equals("480"))
            .findFirst()
            .orElseThrow();
    int index = index(similar);

    assertThat(similar.getMovie().getTitle()).isEqualTo("Jurassic Park");
    assertThat(similar.getMovie().getYear()).isEqualTo(1993);
    assertThat(similar.getMovie().getGenresList()).containsExactly("Action", "Adventure", "Sci-Fi");
    assertThat(similar.getMovie().getRatingCount())
        .isEqualTo(content.catalogue().ratingCount(index));
    assertThat(similar.getMovie().getMeanRating())
        .isEqualTo((float) content.catalogue().meanRating(index));
  }

  @Test
  void showsTheIdsAloneWhenAskedTo() {
    FindSimilarMoviesResponse whole = find(request(STAR_WARS));
    FindSimilarMoviesResponse ids = find(request(STAR_WARS).setView(MovieView.MOVIE_VIEW_ID));

    assertThat(ids(ids)).isEqualTo(ids(whole));
    assertThat(ids.getMoviesList())
        .allSatisfy(similar -> assertThat(similar.getMovie().getTitle()).isEmpty());
    assertThat(find(request(STAR_WARS).setView(MovieView.MOVIE_VIEW_BASIC)).getMoviesList())
        .isEqualTo(whole.getMoviesList());
  }

  @Test
  void filtersByGenreYearAndRatingCount() {
    Catalogue movies = content.catalogue();
    long count = movies.ratingCount(index("296"));

    assertThat(filtered(MovieFilter.newBuilder().addGenresAny("crime").addGenresAny("WAR")))
        .isEqualTo(ofGenres(List.of("Crime", "War")));
    assertThat(filtered(MovieFilter.newBuilder().setMinimumYear(1990).setMaximumYear(1994)))
        .isEqualTo(allowed(index -> year(index) >= 1990 && year(index) <= 1994));
    assertThat(filtered(MovieFilter.newBuilder().setMaximumYear(1980)))
        .isEqualTo(allowed(index -> year(index) <= 1980));
    assertThat(filtered(MovieFilter.newBuilder().setMinimumRatingCount(count)))
        .isEqualTo(allowed(index -> movies.ratingCount(index) >= count));
    assertThat(filtered(MovieFilter.newBuilder().setMinimumRatingCount(0)))
        .isEqualTo(allowed(any -> true))
        .doesNotContain(NOT_INDEXED);
    assertThat(
            filtered(
                MovieFilter.newBuilder()
                    .addGenresAny("Drama")
                    .setMinimumYear(1994)
                    .setMinimumRatingCount(1)))
        .isEqualTo(
            allowed(
                index -> year(index) >= 1994 && movies.movie(index).genres().contains("Drama")));
    assertThat(filtered(MovieFilter.newBuilder().addGenresAny("No such genre"))).isEmpty();
  }

  @Test
  void givesAsManyAsAskedForAndThereAre() {
    assertThat(find(request(STAR_WARS).setPageSize(1)).getMoviesList()).hasSize(1);
    assertThat(find(request(STAR_WARS).setPageSize(0)).getMoviesList()).hasSize(10);
    assertThat(find(request(STAR_WARS).setPageSize(1_000)).getMoviesList())
        .hasSize(content.catalogue().candidateCount() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_001, 10_001})
  void refusesPageSizesOutOfRange(int pageSize) {
    StatusRuntimeException failure = failure(request(STAR_WARS).setPageSize(pageSize));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.INVALID_REQUEST);
    assertThat(ErrorStatus.badRequest(failure).orElseThrow().getFieldViolationsList())
        .extracting(FieldViolation::getField)
        .containsExactly("page_size");
  }

  @ParameterizedTest
  @EnumSource(value = SearchMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
  void pagesThroughTheListWithoutARepeat(SearchMethod method) {
    List<SimilarMovie> found = pages(request(STAR_WARS).setMethod(method).setPageSize(7));

    assertThat(found.stream().map(similar -> similar.getMovie().getMovieId()))
        .isEqualTo(expected.of(STAR_WARS, found.size(), any -> true))
        .hasSize(content.catalogue().candidateCount() - 1);
    assertThat(found)
        .extracting(SimilarMovie::getRank)
        .isEqualTo(IntStream.rangeClosed(1, found.size()).boxed().toList());
  }

  @Test
  void refusesTokensOfOtherRequestsAndOfItsOwnMaking() {
    String token = find(request(STAR_WARS)).getNextPageToken();
    String fingerprint = RequestDigest.of(request(STAR_WARS).build());

    assertRefused(request("480").setPageToken(token), Reason.PAGE_TOKEN_INVALID, "page_token");
    for (Object[] forged :
        List.of(
            new Object[] {version},
            new Object[] {version, 10, Integer.MAX_VALUE},
            new Object[] {version, 10, content.catalogue().size()},
            new Object[] {version, 10, index(NOT_INDEXED)},
            new Object[] {version, -1, 0})) {
      assertRefused(
          request(STAR_WARS).setPageToken(PageToken.of(fingerprint, forged).encode()),
          Reason.PAGE_TOKEN_INVALID,
          "page_token");
    }
    assertThat(
            find(request(STAR_WARS)
                    .setPageToken(PageToken.of(fingerprint, version, 1_000, 0).encode()))
                .getMoviesList())
        .isEmpty();
  }

  @Test
  void findsWhatIsNearAVector() {
    FindSimilarMoviesResponse near =
        find(vector(expected.vector(index(STAR_WARS))).setPageSize(100));

    assertThat(near.getMoviesList())
        .filteredOn(similar -> similar.getMovie().getMovieId().equals(STAR_WARS))
        .singleElement()
        .satisfies(
            itself -> assertThat(itself.getScores(0).getCosine()).isEqualTo(1f, within(1e-6f)));
    assertThat(ids(find(vector(expected.vector(index(STAR_WARS))).setPageSize(11))))
        .containsAll(expected.of(STAR_WARS, 10, any -> true));
  }

  @Test
  void refusesVectorsThatAreNoneOfTheSpace() {
    int dimension = expected.vector(0).size();

    assertRefused(vector(Collections.nCopies(dimension + 1, 1f)), "vector.values");
    assertRefused(vector(List.of()), "vector.values");
    assertRefused(vector(Collections.nCopies(dimension, 0f)), "vector.values");
    assertRefused(vector(Collections.nCopies(dimension, Float.NaN)), "vector.values[0]");
    assertRefused(vector(Collections.nCopies(4_097, 1f)), "vector.values");
  }

  @Test
  void refusesByNameWhatItDoesNotDoYet() {
    MovieQuery.Builder several =
        MovieQuery.newBuilder().addLikedMovieIds(STAR_WARS).addLikedMovieIds("480");
    MovieQuery.Builder unliked =
        MovieQuery.newBuilder().addLikedMovieIds(STAR_WARS).addUnlikedMovieIds("480");

    assertUnimplemented(request(STAR_WARS).setMovies(several), "movies.liked_movie_ids");
    assertUnimplemented(request(STAR_WARS).setMovies(unliked), "movies.unliked_movie_ids");
    assertUnimplemented(
        request(STAR_WARS).addSpaces(space(EmbeddingSpace.EMBEDDING_SPACE_RATING)),
        "spaces[0].space");
    assertUnimplemented(
        request(STAR_WARS)
            .addSpaces(space(EmbeddingSpace.EMBEDDING_SPACE_RANKING))
            .addSpaces(space(EmbeddingSpace.EMBEDDING_SPACE_RANKING)),
        "spaces");
    assertThat(
            find(request(STAR_WARS)
                    .addSpaces(space(EmbeddingSpace.EMBEDDING_SPACE_RANKING).setWeight(.5f)))
                .getMoviesList())
        .isEqualTo(find(request(STAR_WARS)).getMoviesList());
  }

  @Test
  void comparesByContentWithoutAnEmbedding() {
    ContentSpace space = ContentSpace.of(content.catalogue());
    MovieFilter.Builder unratedToo = MovieFilter.newBuilder().setMinimumRatingCount(0);

    FindSimilarMoviesResponse found =
        find(byContent(request(NOT_INDEXED)).setFilter(unratedToo).setPageSize(1_000));

    assertThat(found.getMethod()).isEqualTo(SearchMethod.SEARCH_METHOD_EXACT);
    assertThat(found.getMoviesList())
        .isNotEmpty()
        .allSatisfy(
            similar -> {
              assertThat((double) similar.getScore())
                  .isPositive()
                  .isCloseTo(space.cosine(index(NOT_INDEXED), index(similar)), within(1e-6));
              assertThat(similar.getScores(0).getSpace())
                  .isEqualTo(EmbeddingSpace.EMBEDDING_SPACE_CONTENT);
            })
        .isSortedAccordingTo(Comparator.comparing(similar -> -similar.getScore()));
    assertThat(pages(byContent(request(NOT_INDEXED)).setFilter(unratedToo).setPageSize(3)))
        .isEqualTo(found.getMoviesList());
  }

  @Test
  void findsMoviesByWords() {
    FindSimilarMoviesResponse found =
        find(FindSimilarMoviesRequest.newBuilder().setText("some sci-fi, please"));

    assertThat(found.getMoviesList())
        .isNotEmpty()
        .allSatisfy(similar -> assertThat(similar.getMovie().getGenresList()).contains("Sci-Fi"));
    assertThat(find(FindSimilarMoviesRequest.newBuilder().setText("xyzzy")).getMoviesList())
        .isEmpty();
  }

  @Test
  void refusesWhatTheSpaceOfContentHasNot() {
    assertRefused(
        request(STAR_WARS).setText("war").addSpaces(space(EmbeddingSpace.EMBEDDING_SPACE_RANKING)),
        "spaces[0].space");
    assertRefused(byContent(vector(expected.vector(0))), "vector");
    assertRefused(
        byContent(request(STAR_WARS)).setMethod(SearchMethod.SEARCH_METHOD_HNSW), "method");
  }

  @Test
  void refusesRequestsThatBreakTheContract() {
    for (FindSimilarMoviesRequest.Builder bad :
        List.of(
            FindSimilarMoviesRequest.newBuilder(),
            request(STAR_WARS).setMovies(MovieQuery.getDefaultInstance()),
            request(""),
            request(STAR_WARS).setText(""),
            request(STAR_WARS).addSpaces(WeightedSpace.getDefaultInstance()),
            request(STAR_WARS)
                .addSpaces(space(EmbeddingSpace.EMBEDDING_SPACE_RANKING).setWeight(0)),
            request(STAR_WARS).setMethodValue(7),
            request(STAR_WARS).setModelVersion("production"),
            request(STAR_WARS).setFilter(MovieFilter.newBuilder().setMinimumYear(-1)),
            request(STAR_WARS)
                .setFilter(MovieFilter.newBuilder().setMinimumYear(1991).setMaximumYear(1990)),
            request(STAR_WARS).setFilter(MovieFilter.newBuilder().addGenresAny("")))) {
      assertThat(ErrorStatus.reason(failure(bad))).contains(Reason.INVALID_REQUEST);
    }
  }

  @Test
  void knowsNoOtherMovies() {
    StatusRuntimeException failure = failure(request("no-such-movie"));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.MOVIE_NOT_FOUND);
    assertThat(ErrorStatus.info(failure).orElseThrow().getMetadataMap())
        .containsEntry("movie_id", "no-such-movie");
  }

  @Test
  void tellsWhenAMovieHasNoEmbedding() {
    StatusRuntimeException failure = failure(request(NOT_INDEXED));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.MOVIE_NOT_INDEXED);
  }

  @Test
  void answersAPinnedVersionOnlyWhenItIsLoaded() {
    assertThat(find(request(STAR_WARS).setModelVersion(version)).getModelVersion())
        .isEqualTo(version);

    StatusRuntimeException failure =
        failure(request(STAR_WARS).setModelVersion("models/movies/versions/999999"));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.VERSION_NOT_LOADED);
  }

  /** Returns the movies of all pages. */
  private List<SimilarMovie> pages(FindSimilarMoviesRequest.Builder request) {
    List<SimilarMovie> found = new ArrayList<>();
    do {
      FindSimilarMoviesResponse page = find(request);
      found.addAll(page.getMoviesList());
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());
    return found;
  }

  private static FindSimilarMoviesRequest.Builder byContent(
      FindSimilarMoviesRequest.Builder request) {
    return request.addSpaces(space(EmbeddingSpace.EMBEDDING_SPACE_CONTENT));
  }

  private static FindSimilarMoviesRequest.Builder vector(List<Float> values) {
    return FindSimilarMoviesRequest.newBuilder()
        .setVector(Embedding.newBuilder().addAllValues(values));
  }

  private static WeightedSpace.Builder space(EmbeddingSpace space) {
    return WeightedSpace.newBuilder().setSpace(space);
  }

  private void assertUnimplemented(FindSimilarMoviesRequest.Builder request, String field) {
    assertRefused(request, Reason.UNIMPLEMENTED, field);
  }

  private void assertRefused(FindSimilarMoviesRequest.Builder request, String field) {
    assertRefused(request, Reason.INVALID_REQUEST, field);
  }

  private void assertRefused(
      FindSimilarMoviesRequest.Builder request, Reason reason, String field) {
    StatusRuntimeException failure = failure(request);
    assertThat(failure.getStatus().getCode()).isEqualTo(reason.code());
    assertThat(ErrorStatus.reason(failure)).contains(reason);
    assertThat(ErrorStatus.badRequest(failure).orElseThrow().getFieldViolations(0).getField())
        .isEqualTo(field);
  }

  private List<String> filtered(MovieFilter.Builder filter) {
    List<String> exact = ids(find(request(STAR_WARS).setFilter(filter)));
    FindSimilarMoviesRequest.Builder onGraph =
        request(STAR_WARS).setFilter(filter).setMethod(SearchMethod.SEARCH_METHOD_HNSW);
    assertThat(ids(find(onGraph))).isEqualTo(exact);
    return exact;
  }

  private List<String> ofGenres(List<String> genres) {
    return allowed(
        index -> content.catalogue().movie(index).genres().stream().anyMatch(genres::contains));
  }

  private List<String> allowed(IntPredicate predicate) {
    return expected.of(STAR_WARS, 10, predicate);
  }

  private int year(int index) {
    return Optional.ofNullable(content.catalogue().movie(index).year()).orElseThrow();
  }
}
