package io.matinee.trainer.dataset.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledSampleTest {

  @TempDir static Path folder;

  private static List<SampleMovie> movies = List.of();
  private static List<Row> rows = List.of();

  @BeforeAll
  static void writeTheSample() throws IOException {
    BundledSample.writeTo(folder);
    movies = SampleCatalogue.movies();
    rows = lines("ratings.csv").stream().skip(1).map(Row::parse).toList();
  }

  @Test
  void writesTheSameBytesEveryTime(@TempDir Path again) throws Exception {
    BundledSample.writeTo(again);

    for (String name : List.of("movies.csv", "ratings.csv", "tags.csv")) {
      assertThat(sha256(again.resolve(name))).isEqualTo(sha256(folder.resolve(name)));
    }
  }

  @Test
  void hasAThousandUsersWhoRateMoreOrLess() {
    Map<Integer, Long> activity =
        rows.stream().collect(Collectors.groupingBy(Row::user, Collectors.counting()));

    assertThat(activity).hasSize(BundledSample.USERS);
    assertThat(activity.values()).allSatisfy(count -> assertThat(count).isBetween(20L, 400L));
    assertThat(activity.values()).anySatisfy(count -> assertThat(count).isGreaterThan(300));
    assertThat(rows).hasSizeBetween(57_000, 63_000);
  }

  @Test
  void rateEachMovieAtMostOnceAndOnTheScale() {
    assertThat(rows).allMatch(row -> row.stars() >= .5 && row.stars() <= 5);
    assertThat(rows).allMatch(row -> row.stars() * 2 % 1 == 0);
    assertThat(rows.stream().map(row -> List.of(row.user(), row.movie())).distinct().count())
        .isEqualTo(rows.size());
  }

  @Test
  void rateNoMovieBeforeItsRelease() {
    Map<Integer, Integer> years =
        movies.stream().collect(Collectors.toMap(SampleMovie::id, SampleMovie::year));

    assertThat(years.values()).allMatch(year -> year > 0);
    assertThat(rows)
        .allMatch(row -> years.getOrDefault(row.movie(), Integer.MAX_VALUE) <= row.year());
  }

  @Test
  void givesTitlesWithYearsAndQuotesCommas() throws IOException {
    assertThat(lines("movies.csv"))
        .hasSize(movies.size() + 1)
        .anySatisfy(line -> assertThat(line).contains(",Toy Story (1995),Adventure|Animation|"))
        .anySatisfy(
            line -> assertThat(line).contains(",\"The Good, the Bad and the Ugly (1966)\","));
  }

  @Test
  void givesEveryThemeAsATagOfARater() throws IOException {
    Set<List<String>> rated =
        rows.stream()
            .map(row -> List.of("" + row.user(), "" + row.movie()))
            .collect(Collectors.toSet());

    List<String[]> tags =
        lines("tags.csv").stream().skip(1).map(line -> line.split(",", -1)).toList();
    assertThat(tags).filteredOn(cells -> !rated.contains(List.of(cells[0], cells[1]))).isEmpty();
    assertThat(tags).anySatisfy(cells -> assertThat(cells[2]).isEqualTo("heist"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Horror", "Children", "War", "Romance", "Sci-Fi", "Film-Noir"})
  void likesMoviesOfOneGenreTogetherMoreThanByChance(String genre) {
    Set<Integer> ofGenre =
        movies.stream()
            .filter(movie -> movie.genres().contains(genre))
            .map(SampleMovie::id)
            .collect(Collectors.toSet());
    long[] liked = new long[BundledSample.USERS + 1];
    long[] likedOfGenre = new long[BundledSample.USERS + 1];
    for (Row row : rows) {
      if (row.stars() >= 4) {
        liked[row.user()]++;
        likedOfGenre[row.user()] += ofGenre.contains(row.movie()) ? 1 : 0;
      }
    }

    double share = (double) Arrays.stream(likedOfGenre).sum() / Arrays.stream(liked).sum();
    double pairsByChance = Arrays.stream(liked).mapToDouble(n -> share * share * n * n).sum();
    double pairs = Arrays.stream(likedOfGenre).mapToDouble(n -> (double) n * n).sum();
    assertThat(pairs).isGreaterThan(1.2 * pairsByChance);
  }

  private static List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private record Row(int user, int movie, double stars, long timestamp) {

    static Row parse(String line) {
      String[] cells = line.split(",", -1);
      return new Row(
          Integer.parseInt(cells[0]),
          Integer.parseInt(cells[1]),
          Double.parseDouble(cells[2]),
          Long.parseLong(cells[3]));
    }

    int year() {
      return Instant.ofEpochSecond(timestamp).atOffset(ZoneOffset.UTC).getYear();
    }
  }
}
