package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.store.Staging;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that cannot be used, or look so. */
class BadRowsTest extends OpenBench {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";

  static Stream<Arguments> badRows() {
    return Stream.of(
        argumentSet("missing fields", "1,10", "has 2 fields instead of 4"),
        argumentSet("too many fields", "1,10,4,100,5", "has 5 fields instead of 4"),
        argumentSet("no user", ",10,4.0,100", "the user is missing"),
        argumentSet("no movie", "1,,4.0,100", "the movie is missing"),
        argumentSet("no rating", "1,10,,100", "the rating is missing"),
        argumentSet("no timestamp", "1,10,4.0,", "the timestamp is missing"),
        argumentSet("a word as rating", "1,10,good,100", "rating \"good\" is not a number"),
        argumentSet("off the scale", "1,10,9,100", "rating 9 is off the scale 0.5 to 5 by 0.5"),
        argumentSet(
            "between the steps", "1,10,3.7,100", "rating 3.7 is off the scale 0.5 to 5 by 0.5"),
        argumentSet("NaN", "1,10,NaN,100", "rating \"NaN\" is not a number"),
        argumentSet("infinite", "1,10,Infinity,100", "rating \"Infinity\" is not a number"),
        argumentSet("hexadecimal", "1,10,0x1p1,100", "rating \"0x1p1\" is not a number"),
        argumentSet("a float of a language", "1,10,4f,100", "rating \"4f\" is not a number"),
        argumentSet("other digits", "1,10,\u0664,100", "is not a number"),
        argumentSet("a NUL in an id", "a\0b,10,4.0,100", "the user's id has a control character"),
        argumentSet("a CR in an id", "a\rb,10,4.0,100", "the user's id has a control character"),
        argumentSet(
            "a quote that is not closed", "\"1,10,4.0,100", "has a quote that is not closed"),
        argumentSet(
            "before 1970", "1,10,4.0,-5", "timestamp -5 is not in seconds from 1970 to 2100"),
        argumentSet(
            "milliseconds",
            "1,10,4.0,1260759144000",
            "timestamp 1260759144000 is not in seconds from 1970 to 2100, but may be in milliseconds: divide by 1,000"),
        argumentSet(
            "a number as long as a line",
            "1,10,4.0," + "9".repeat(70_000),
            "is longer than 65,536 bytes"),
        argumentSet(
            "a character that the cut would split",
            "1,10," + "\uD83C\uDFAC".repeat(200) + "x,100",
            "is not a number"),
        argumentSet(
            "an id that no request could name",
            "\u6620".repeat(86) + ",10,4.0,100",
            "the user's id is longer than 256 bytes"),
        argumentSet(
            "a date of no calendar",
            "1,10,4.0,2021-02-29",
            "timestamp \"2021-02-29\" is neither a number of seconds nor a date of ISO 8601"));
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void listsABadRowAndKeepsTheOthers(String row, String reason) throws Exception {
    Path file = write("ratings.csv", HEADER + "1,5,4.0,100\n" + row + "\n2,5,3.5,100\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .5));
    assertThat(bench.ratings(version)).containsExactly("1,5,4.0,100", "2,5,3.5,100");
    assertThat(bench.rejected(version)).hasSize(1);
    RejectedRow rejected = bench.rejected(version).getFirst();
    assertThat(rejected.reason()).contains(reason);
    assertThat(rejected).isEqualTo(new RejectedRow("ratings.csv", 3, rejected.reason(), row));
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(3, 2, 2, 1, 1, 1, 0));
  }

  @Test
  void failsWhenTooManyRowsAreBadAndKeepsNothing() throws Exception {
    Path file = write("ratings.csv", HEADER + "1,5,4.0,100\n1,6,9,100\n1,7\n");
    OperationFailure error = failure(file);
    assertThat(error.reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
    assertThat(error.message())
        .startsWith(
            "2 of 3 rows could not be used, more than the allowed 1 %: ratings.csv line 3: rating 9")
        .contains("line 4: has 2 fields");
    assertThat(error.details()).containsEntry("rejected", "2").containsEntry("rows", "3");
    assertThat(bench.datasets.get(ImportBench.NAME).latestVersion()).isEmpty();
    assertThat(bench.home.blobs()).isEmptyDirectory();
    assertThat(new Staging(bench.home.staging()).folders()).isEmpty();
  }

  @Test
  void allowsOnePercentOfBadRows() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int movie = 1; movie < 100; movie++) {
      rows.append("1,").append(movie).append(",4.0,100\n");
    }
    DatasetVersion version = bench.imported(write("ratings.csv", rows + "1,2\n"));
    assertThat(version.manifest().counts().rejected()).isEqualTo(1);
  }

  static Stream<Arguments> wildMovies() {
    return Stream.of(
        argumentSet(
            "a long title", "5," + "x".repeat(600) + ",Drama", "a title of more than 512 bytes"),
        argumentSet(
            "spaces that a pattern would try", "5,a" + " ".repeat(60_000) + "b,Drama", "a title"),
        argumentSet("a long id", "5".repeat(300) + ",Heat,Drama", "an id of 1 to 256 bytes"),
        argumentSet("many genres", "5,Heat," + manyGenres(), "a list of genres of more"));
  }

  private static String manyGenres() {
    return IntStream.range(0, 100).mapToObj("Genre %d"::formatted).collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @MethodSource("wildMovies")
  void listsAMovieThatNoReplyCouldHold(String row, String reason) throws Exception {
    write("movies.csv", "movieId,title,genres\n" + row + "\n6,Heat,Drama\n");
    write("tags.csv", "userId,movieId,tag,timestamp\n1,6," + "t".repeat(65) + ",5\n1,6,ok,5\n");
    write("links.csv", "movieId,imdbId,tmdbId\n6," + "9".repeat(65) + ",7\n");
    Path file = write("ratings.csv", HEADER + "1,6,4.0,100\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .5));
    assertThat(bench.catalogue(version)).containsExactly("6;Heat;-;Drama;ok;;7");
    assertThat(bench.rejected(version)).hasSize(1);
    assertThat(bench.rejected(version).getFirst().reason()).contains(reason);
  }

  static Stream<Arguments> wildRatings() {
    return Stream.of(
        argumentSet("a time in other digits", "1,5,4.0,\u0661\u0662", "1,5,4.0,12"),
        argumentSet("a signed time", "1,5,4.0,+12", "1,5,4.0,12"),
        argumentSet("a NUL in an id", "a\0b,5,4.0,12", "a\0b,5,4.0,12"),
        argumentSet("quotes in an id", "\"a\"\"b\",5,4.0,12", "a\"b,5,4.0,12"),
        argumentSet("a carriage return in an id", "a\rb,5,4.0,12", "a\rb,5,4.0,12"),
        argumentSet("a hexadecimal rating", "1,5,0x1p2,12", "1,5,4.0,12"),
        argumentSet("a rating of many digits", "1,5,4." + "0".repeat(300) + ",12", "1,5,4.0,12"));
  }

  @ParameterizedTest
  @MethodSource("wildRatings")
  void readsOrListsARatingThatIsWrittenOddly(String row, String rating) throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int movie = 0; movie < 1_000; movie++) {
      rows.append("x,").append(movie).append(",4.0,1\n");
    }
    Path file = write("ratings.csv", rows + row + "\nbad\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.ratings(version)).contains("x,1,4.0,1");
    assertThat(version.manifest().counts().rejected()).isBetween(1L, 2L);
    if (version.manifest().counts().rejected() == 1) {
      assertThat(bench.ratings(version)).contains(rating);
    }
  }

  @Test
  void readsALastLineThatWasCutOffAsABadRow() throws Exception {
    Path file = write("ratings.csv", HEADER + "1,5,4.0,100\n1,6,4.0,100\n1,7,");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .5));
    assertThat(bench.rejected(version))
        .containsExactly(new RejectedRow("ratings.csv", 4, "has 3 fields instead of 4", "1,7,"));
  }

  private OperationFailure failure(Path file) throws InterruptedException {
    return bench.failure(ImportBench.request(file));
  }
}
