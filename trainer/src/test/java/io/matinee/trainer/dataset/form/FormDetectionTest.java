package io.matinee.trainer.dataset.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.MatineeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the content of a file says of its form. */
class FormDetectionTest {
  private static final List<RatingsColumn> USER_MOVIE_RATING_TIME =
      List.of(RatingsColumn.USER, RatingsColumn.MOVIE, RatingsColumn.RATING, RatingsColumn.TIME);

  private static final List<RatingsColumn> USER_MOVIE =
      List.of(RatingsColumn.USER, RatingsColumn.MOVIE);
  private static final FormDetection WATCHES =
      new FormDetection(Optional.empty(), List.of(), Optional.of(EventKind.WATCH));

  @TempDir Path folder;

  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("MovieLens", "userId,movieId,rating,timestamp", Delimiter.COMMA, 0, 1, 2, 3),
        argumentSet("no time", "userId,movieId,rating", Delimiter.COMMA, 0, 1, 2, -1),
        argumentSet("another order", "rating;date;item;user", Delimiter.SEMICOLON, 3, 2, 0, 1),
        argumentSet(
            "capitals and marks", "\"User ID\"\tMOVIE_ID\tStars", Delimiter.TAB, 0, 1, 2, -1),
        argumentSet("bars", "customer_id|item_id|score|ts", Delimiter.BAR, 0, 1, 2, 3),
        argumentSet("colons", "uid::mid::value::time", Delimiter.DOUBLE_COLON, 0, 1, 2, 3),
        argumentSet("spaces", "user  item rating", Delimiter.SPACES, 0, 1, 2, -1),
        argumentSet(
            "types", "user_id:token\titem_id:token\trating:float", Delimiter.TAB, 0, 1, 2, -1),
        argumentSet(
            "a byte order mark", "\uFEFFuserId,movieId,rating", Delimiter.COMMA, 0, 1, 2, -1),
        argumentSet(
            "our name before others",
            "date,userId,item,movieId,rating,timestamp",
            Delimiter.COMMA,
            1,
            3,
            4,
            5));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void readsHeadersBySynonyms(
      String header, Delimiter delimiter, int user, int movie, int rating, int time)
      throws IOException {
    RatingsLayout.Delimited layout =
        delimited(FormDetection.UNAIDED, write(header + "\n1 is,no,row\n"));
    assertThat(layout.form()).isEqualTo(RatingsForm.DELIMITED);
    assertThat(layout.delimiter()).isEqualTo(delimiter);
    RatingsHeader found = layout.header();
    assertThat(List.of(found.user(), found.movie(), found.rating(), found.timestamp()))
        .containsExactly(user, movie, rating, time);
    assertThat(found.present()).isTrue();
  }

  @Test
  void namesTheColumnsThatAreNotRead() throws IOException {
    RatingsLayout.Delimited layout =
        delimited(FormDetection.UNAIDED, write("id,userId,movieId,Liked it?,rating\n"));
    assertThat(layout.ignored()).containsExactly("id", "Liked it?");
    assertThat(layout.header().fields()).isEqualTo(5);
  }

  @Test
  void saysWhereColumnsWithoutANameAre() throws IOException {
    assertThat(delimited(FormDetection.UNAIDED, write(",userId,movieId, ,rating\n")).ignored())
        .containsExactly("column 1, without a name", "column 4, without a name");
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        argumentSet("1M", RatingsForm.MOVIELENS_DAT, "1::1193::5::978300760\n"),
        argumentSet("10M", RatingsForm.MOVIELENS_DAT, "1::122::4.5::838985046\n"),
        argumentSet(
            "MovieTweetings",
            RatingsForm.MOVIETWEETINGS,
            "1::0114508::8::1381006850\n2::10234724::9::1381006851\n"),
        argumentSet(
            "long ids of another kind",
            RatingsForm.MOVIELENS_DAT,
            "1::0114508::4::1381006850\n2::17::5::1381006851\n"),
        argumentSet("a bad first row", RatingsForm.MOVIELENS_DAT, "bad\n1::1::5::9\n1::2::5::9\n"),
        argumentSet("100k", RatingsForm.MOVIELENS_DATA, "196\t242\t3\t881250949\n"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void tellsFormsWithoutAHeader(RatingsForm form, String rows) throws IOException {
    RatingsLayout.Delimited layout = delimited(FormDetection.UNAIDED, write(rows));
    assertThat(layout.form()).isEqualTo(form);
    assertThat(layout.header()).isEqualTo(RatingsHeader.FIXED);
  }

  static Stream<Arguments> columns() {
    return Stream.of(
        argumentSet("commas", "1,10,4,100\n2,10,3,100\n", Delimiter.COMMA, false),
        argumentSet("semicolons", "1;1,5;4;100\n2;1,5;3;100\n", Delimiter.SEMICOLON, false),
        argumentSet("spaces", "1  10 4   100\n2 10 3 100\n", Delimiter.SPACES, false),
        argumentSet("a foreign header", "who,what,mark,when\n1,10,4,100\n", Delimiter.COMMA, true),
        argumentSet("one bad row", "1|10|4|100\n2|10|good|100\n3|1|3|9\n", Delimiter.BAR, false));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void findsTheDelimiterOfColumnsThatAreNamed(String rows, Delimiter delimiter, boolean header)
      throws IOException {
    RatingsLayout.Delimited layout =
        delimited(new FormDetection(Optional.empty(), USER_MOVIE_RATING_TIME), write(rows));
    assertThat(layout.delimiter()).isEqualTo(delimiter);
    assertThat(layout.header()).isEqualTo(new RatingsHeader(4, 0, 1, 2, 3, header));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        argumentSet("rows alone", "1,10,4,100\n", "does not begin with a header", "--columns"),
        argumentSet("three tabs", "1\t10\t4\n", "does not begin with a header", "options.columns"),
        argumentSet("words", "hello\n", "is not in a form that is known", "--columns"),
        argumentSet(
            "two users", "user,customer,movie,rating\n",
            "two columns that can be the user: \"user\" and \"customer\"", "--columns"),
        argumentSet(
            "our name twice", "userId,movieId,rating,rating\n",
            "two columns that can be the rating", "rename one"),
        argumentSet(
            "no rating, and a column that may be one", "userId,movieId,liked,timestamp\n",
            "has no column that is known to hold ratings", "(--watches)"),
        argumentSet("blank lines", "\n \n", "holds no rating", "give a file"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWhatItWouldHaveToGuess(String content, String problem, String fix)
      throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> FormDetection.UNAIDED.layoutOf(file))
        .isInstanceOf(MatineeException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining(fix);
  }

  static Stream<Arguments> objects() {
    return Stream.of(
        argumentSet("no user", "{\"a\":1}\n", "rename the field that does to user, as `jq"),
        argumentSet("no movie", "{\"user\":1}\n", "rename the field that does to movieId"),
        argumentSet(
            "no rating",
            "{\"user\":1,\"movie\":10,\"minutes\":9}\n",
            "rename the field that does to rating"));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void advisesNoColumnsWhereFieldsHaveNames(String content, String fix) throws IOException {
    Path file = write(content);
    for (FormDetection detection :
        List.of(
            FormDetection.UNAIDED, new FormDetection(Optional.empty(), USER_MOVIE_RATING_TIME))) {
      assertThatThrownBy(() -> detection.layoutOf(file))
          .hasMessageContaining(fix)
          .message()
          .doesNotContain("--columns");
    }
  }

  static Stream<Arguments> watches() {
    return Stream.of(
        argumentSet("a header", FormDetection.UNAIDED, "userId,movieId,timestamp\n1,10,5\n", true),
        argumentSet("no time", FormDetection.UNAIDED, "item\tuser\n10\t1\n", true),
        argumentSet("columns", columns(USER_MOVIE), "1,10\n2,10\n", false),
        argumentSet("columns of words", columns(USER_MOVIE), "ann,heat\nbob,heat\n", false),
        argumentSet("columns and a header", columns(USER_MOVIE), "user,movie\nann,heat\n", true),
        argumentSet("a foreign header", columns(USER_MOVIE), "who,what\n1,heat\n,up\n", true),
        argumentSet("a word among numbers", columns(USER_MOVIE), "ann,heat\n1,7\nbob,up\n", false),
        argumentSet("asked for", WATCHES, "userId,movieId,liked,rating\n1,10,no,4\n", true),
        argumentSet("asked for, MovieLens 1M", WATCHES, "1::10::4::100\n", false));
  }

  @ParameterizedTest
  @MethodSource("watches")
  void findsWatches(FormDetection detection, String content, boolean header) throws IOException {
    RatingsHeader found = delimited(detection, write(content)).header();

    assertThat(found.rated()).isFalse();
    assertThat(found.present()).isEqualTo(header);
    assertThat(found.user()).isNotNegative();
    assertThat(found.movie()).isNotNegative();
  }

  @Test
  void namesTheRatingsThatAreNotReadWhenWatchesAreAskedFor() throws IOException {
    assertThat(delimited(WATCHES, write("userId,movieId,liked,rating\n")).ignored())
        .containsExactly("liked", "rating");
  }

  @Test
  void takesNothingForWatchesWhereRatingsAreAskedFor() throws IOException {
    FormDetection ratings =
        new FormDetection(Optional.empty(), List.of(), Optional.of(EventKind.RATING));
    Path file = write("userId,movieId,timestamp\n1,10,5\n");
    assertThatThrownBy(() -> ratings.layoutOf(file))
        .hasMessageContaining("no column that is known");
    Path objects = write("{\"user\":1,\"movie\":10}\n");
    assertThatThrownBy(() -> ratings.layoutOf(objects))
        .hasMessageContaining("no column that is known");
  }

  @Test
  void refusesColumnsThatDoNotFit() throws IOException {
    FormDetection detection = new FormDetection(Optional.empty(), USER_MOVIE_RATING_TIME);
    Path fewer = write("1,10,4\n");
    assertThatThrownBy(() -> detection.layoutOf(fewer)).hasMessageContaining("4 columns");
    Path either = write("1,1;2;3;4,5,6\n");
    assertThatThrownBy(() -> detection.layoutOf(either))
        .hasMessageContaining("by \";\" as well as by \",\"");
  }

  @Test
  void refusesAnotherFormThanIsSaid() throws IOException {
    FormDetection detection = new FormDetection(Optional.of(RatingsForm.MOVIELENS_DATA), List.of());
    Path file = write("userId,movieId,rating\n1,10,4\n");
    assertThatThrownBy(() -> detection.layoutOf(file))
        .hasMessageContaining("is not written as u.data is");
  }

  private static FormDetection columns(List<RatingsColumn> columns) {
    return new FormDetection(Optional.empty(), columns, Optional.of(EventKind.WATCH));
  }

  private static RatingsLayout.Delimited delimited(FormDetection detection, Path file)
      throws IOException {
    return (RatingsLayout.Delimited) detection.layoutOf(file);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("some.txt"), content);
  }
}
