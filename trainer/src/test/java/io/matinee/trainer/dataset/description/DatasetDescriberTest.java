package io.matinee.trainer.dataset.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.description.DescribedData.Catalogued;
import io.matinee.trainer.dataset.description.DescribedData.Rated;
import io.matinee.trainer.store.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A description against {@link PlainDescription}. */
class DatasetDescriberTest {
  private static final double TOLERANCE = 1e-9;
  private static final RatingScale CONTINUOUS = new RatingScale(-1, 1, 0);
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 100, 1_000})
  void saysWhatThePlainDescriptionSays(int size) throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      check(DescribedData.random(RatingScale.MOVIELENS_HALF_STARS, size, seed), "BIGINT");
    }
  }

  @Test
  void describesTextualIdsAndOtherScales() throws Exception {
    check(DescribedData.random(RatingScale.MOVIELENS_STARS, 200, 1), "VARCHAR");
    check(DescribedData.random(new RatingScale(0, 10, .1f), 200, 2), "VARCHAR");
    check(DescribedData.random(new RatingScale(-10, 10, 2.5f), 200, 3), "VARCHAR");
  }

  @Test
  void describesContinuousScalesByBinsWhereTheyHaveManyValues() throws Exception {
    DescribedData few = DescribedData.random(CONTINUOUS, 900, 1);
    DescribedData many = DescribedData.random(CONTINUOUS, 1_500, 2);
    check(few, "VARCHAR");
    check(many, "VARCHAR");
    assertThat(few.described(folder, "VARCHAR").values().histogram()).hasSizeGreaterThan(800);
    assertThat(many.described(folder, "VARCHAR").values().histogram()).hasSize(100);
  }

  @Test
  void describesRatingsWithoutTimesAndACatalogueWithoutYearsAndGenres() throws Exception {
    DescribedData data = DescribedData.random(RatingScale.MOVIELENS_STARS, 50, 1);
    check(
        data.withRatings(
                data.ratings().stream()
                    .map(each -> new Rated(each.user(), each.movie(), each.rating(), null))
                    .toList())
            .withMovies(
                data.movies().stream()
                    .map(each -> new Catalogued(each.id(), each.title(), null, List.of()))
                    .toList()),
        "VARCHAR");
  }

  @Test
  void describesOneUserAndOneMovie() throws Exception {
    DescribedData data = DescribedData.random(RatingScale.MOVIELENS_STARS, 30, 1);
    List<Rated> ofOneUser = new ArrayList<>();
    List<Rated> ofOneMovie = new ArrayList<>();
    for (int index = 0; index < 30; index++) {
      ofOneUser.add(new Rated("1", "" + index, 1f + index % 5, 100L));
      ofOneMovie.add(new Rated("" + index, "1", 1f + index % 5, 100L));
    }
    check(data.withRatings(ofOneUser), "BIGINT");
    check(data.withRatings(ofOneMovie), "BIGINT");
  }

  @Test
  void saysNothingOfTheOneRatingThatWatchesAreKeptWith() throws Exception {
    DescribedData data = DescribedData.random(RatingScale.MOVIELENS_STARS, 100, 1);
    DescribedData kept =
        new DescribedData(RatingScale.WATCHES, withRating(data, 1f), data.movies());
    assertThat(kept.described(folder, "BIGINT"))
        .isEqualTo(data.withRatings(withRating(data, null)).described(folder, "BIGINT"));
  }

  private static List<Rated> withRating(DescribedData data, @Nullable Float rating) {
    return data.ratings().stream()
        .map(each -> new Rated(each.user(), each.movie(), rating, each.time()))
        .toList();
  }

  @Test
  void describesWatchesWithoutRatingsAndNothingAtAll() throws Exception {
    DescribedData data = DescribedData.random(RatingScale.MOVIELENS_STARS, 100, 1);
    check(
        data.withRatings(
            data.ratings().stream()
                .map(each -> new Rated(each.user(), each.movie(), null, each.time()))
                .toList()),
        "BIGINT");
    check(data.withRatings(List.of()), "BIGINT");
    check(data.withRatings(List.of()).withMovies(List.of()), "BIGINT");
  }

  @Test
  void writesTheSameBytesWhateverTheOrderOfTheRatings() throws Exception {
    for (RatingScale scale : List.of(RatingScale.MOVIELENS_STARS, CONTINUOUS)) {
      DescribedData data = DescribedData.random(scale, 3_000, 1);
      if (scale.continuous()) {
        data = data.ofManySizes();
      }
      String first = Json.write(data.described(folder, "BIGINT"));
      assertThat(Json.write(data.shuffled(1).described(folder, "BIGINT"))).isEqualTo(first);
      assertThat(Json.read(first, DatasetDescription.class))
          .isEqualTo(data.described(folder, "BIGINT"));
    }
  }

  @Test
  void predictsEachRatingFromTheOthersAlone() throws Exception {
    DescribedData data = DescribedData.random(RatingScale.MOVIELENS_STARS, 2, 1);
    MovieFigures figures =
        data.withRatings(
                List.of(
                    new Rated("1", "0", 1f, 1L),
                    new Rated("2", "0", 3f, 1L),
                    new Rated("3", "1", 5f, 1L)))
            .described(folder, "BIGINT")
            .movies();

    assertThat(figures.globalError().orElseThrow())
        .isCloseTo(Math.sqrt(18 / 3.0), within(TOLERANCE));
    assertThat(figures.byMean().error().orElseThrow())
        .isCloseTo(Math.sqrt((4 + 4 + 9) / 3.0), within(TOLERANCE));
    assertThat(figures.votes()).isCloseTo(1.9, within(TOLERANCE));
  }

  @Test
  void staysBelowAMebibyteWithTheNewestDays() throws Exception {
    DescribedData data = DescribedData.random(RatingScale.MOVIELENS_STARS, 12_000, 1);
    List<Rated> daily =
        IntStream.range(0, 12_000)
            .mapToObj(
                day -> {
                  Rated rated = data.ratings().get(day);
                  return new Rated(rated.user(), rated.movie(), rated.rating(), day * 86_400L);
                })
            .toList();
    List<Catalogued> wordy =
        data.movies().stream()
            .map(
                movie ->
                    new Catalogued(
                        movie.id(),
                        "\u00e9".repeat(256),
                        (int) (Long.parseLong(movie.id()) % 2_000),
                        List.of("\u00e9".repeat(250) + movie.id())))
            .toList();

    DatasetDescription description =
        data.withRatings(daily).withMovies(wordy).described(folder, "BIGINT");

    assertThat(description.times().days()).hasSize(10_000);
    assertThat(description.times().days().getLast().period()).isEqualTo("2002-11-08");
    assertThat(description.catalogue().years()).hasSize(500);
    assertThat(description.catalogue().years().getLast().year()).isEqualTo(1_999);
    assertThat(description.catalogue().genres()).hasSize(100);
    assertThat(Json.write(description).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MEBIBYTE);
  }

  private void check(DescribedData data, String idType) throws Exception {
    assertThat(data.described(folder, idType))
        .usingRecursiveComparison()
        .withComparatorForType(DatasetDescriberTest::compare, Double.class)
        .withComparatorForType(
            Comparator.comparing(OptionalDouble::isPresent)
                .thenComparing(value -> value.orElse(0), DatasetDescriberTest::compare),
            OptionalDouble.class)
        .isEqualTo(new PlainDescription(data).describe());
  }

  private static int compare(double first, double second) {
    return Math.abs(first - second) <= TOLERANCE * Math.max(1, Math.abs(second))
        ? 0
        : Double.compare(first, second);
  }
}
