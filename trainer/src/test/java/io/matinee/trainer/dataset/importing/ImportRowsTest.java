package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows may say, and what an import says of them. */
class ImportRowsTest extends OpenBench {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";

  @Test
  void aBadRowChangesNothingOfTheGoodOnes() throws Exception {
    String good = HEADER + "1,1,4.0,978300760.0\n1,2,+3.,0978300761\n\"2\",1,5e0,978300762\n";
    DatasetVersion whole = bench.imported(write(good));
    DatasetVersion spoilt =
        bench.imported(ImportBench.request(write(good + "2,2,bad,1\n"), Optional.empty(), .5));
    assertThat(bench.ratings(spoilt))
        .isEqualTo(bench.ratings(whole))
        .containsExactly("1,1,4.0,978300760", "1,2,3.0,978300761", "2,1,5.0,978300762");
  }

  @Test
  void countsTheLinesOfQuotedFields() throws Exception {
    Path file =
        write(
            "comment,userId,movieId,rating\n\"two\nlines\",1,1,4.0\nok,1,2,bad\nok,1,3,\"4.0\n\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.ratings(version)).containsExactly("1,1,4.0,-");
    assertThat(bench.rejected(version)).extracting(RejectedRow::line).containsExactly(4L, 5L);
  }

  @Test
  void readsDatesWithAndWithoutATimeAndAZone() throws Exception {
    Path file =
        write(
            HEADER
                + "1,1,4.0,2001-02-03\n1,2,3.0,2001-02-03T04:05:06Z\n"
                + "2,1,5.0,2001-02-04 10:00:00\n2,2,5.0,2001-02-04T11:30+01:30\n");
    assertThat(bench.ratings(bench.imported(file)))
        .containsExactly(
            "1,1,4.0,981158400", "1,2,3.0,981173106", "2,1,5.0,981280800", "2,2,5.0,981280800");
  }

  @Test
  void saysOfHowManyTimesItLeftAFractionOut() throws Exception {
    DatasetVersion version =
        bench.imported(write(HEADER + "1,1,4.0,978300760.6\n1,2,3.0,978300761.0\n"));
    assertThat(bench.ratings(version)).containsExactly("1,1,4.0,978300760", "1,2,3.0,978300761");
    assertThat(ImportBench.notesOnRows(version))
        .extracting(ImportNote::kind, ImportNote::file, ImportNote::count)
        .containsExactly(tuple(NoteKind.FRACTIONS_DROPPED, "ratings.csv", 1L));
  }

  @Test
  void namesColumnsThatAreNotReadAndIdsThatAreAlike() throws Exception {
    DatasetVersion version =
        bench.imported(
            write("userId,movieId,rating,mood\n1,1,4.0,good\n1.0,1,3.0,bad\n2.0,1,3.0,bad\n"));
    assertThat(version.manifest().counts().users()).isEqualTo(3);
    assertThat(ImportBench.notesOnRows(version))
        .extracting(ImportNote::kind, ImportNote::count)
        .containsExactly(tuple(NoteKind.COLUMNS_IGNORED, 1L), tuple(NoteKind.IDS_ALIKE, 1L));
    assertThat(ImportBench.notesOnRows(version).getFirst().text()).contains("mood");
    assertThat(ImportBench.notesOnRows(version).getLast().text()).contains("1.0 and 1");
  }

  @Test
  void namesTheScaleThatHoldsAllRatings() throws Exception {
    StringBuilder rows = new StringBuilder("userId,movieId,rating\n");
    for (int rating = 0; rating <= 10; rating++) {
      rows.append("1,").append(rating).append(',').append(rating).append('\n');
    }
    OperationFailure failure = bench.failure(ImportBench.request(write(rows.toString())));
    assertThat(failure.message())
        .contains("the scale 0 to 10 by 1 holds all ratings: set options.scale (--scale 0:10:1)")
        .doesNotContain("maximum_rejected_share");
    assertThat(failure.details()).containsEntry("holding_scale", "0:10:1");
  }

  @Test
  void namesTheOtherWayTooWhereFewRatingsAreOffTheScale() throws Exception {
    String rows = "userId,movieId,rating\n1,1,4\n1,2,4\n1,3,0\n1,4,3.5\n";
    assertThat(bench.failure(ImportBench.request(write(rows))).message())
        .contains("(--scale 0:5:0.5), or mend the file, or raise options.maximum_rejected_share");
  }

  @ParameterizedTest
  @CsvSource({"978300760,978300760", "10000000000,10000000000", "-3e38,3e38", "0.5,1000001"})
  void advisesNoScaleThatNoRequestCouldDeclare(String one, String other) throws Exception {
    String rows = "userId,movieId,rating\n1,1,%s\n1,2,%s\n".formatted(one, other);
    OperationFailure failure = bench.failure(ImportBench.request(write(rows)));
    assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
    assertThat(failure.message())
        .contains("look like times or ids: say what each column is in options.columns");
    assertThat(failure.details()).doesNotContainKey("holding_scale");
  }

  @ParameterizedTest
  @CsvSource({
    "-500,0.3,500,-500:500:0",
    "1000000,1000000,1000000,999999:1000000:1",
    "-1000000,0,1000000,-1000000:1000000:1"
  })
  void advisesWideScalesThatCanBeDeclared(
      String least, String middle, String greatest, String scale) throws Exception {
    String rows =
        "userId,movieId,rating\n1,1,%s\n1,2,%s\n1,3,%s\n".formatted(least, middle, greatest);
    assertThat(bench.failure(ImportBench.request(write(rows))).details())
        .containsEntry("holding_scale", scale);
  }

  @Test
  void advisesNoShareWhereNoRowIsGood() throws Exception {
    String rows = "userId;movieId;rating\n1;1;4,0\n1;2;3,5\n";
    assertThat(bench.failure(ImportBench.request(write(rows))).message())
        .contains("rating \"4,0\" is not a number: decimals are written with a point")
        .endsWith("Nothing was imported; mend the file.");
  }

  @Test
  void saysHowToLeaveTimesOutThatCannotBeRead() throws Exception {
    String rows = "userId,movieId,rating,timestamp\n1,1,4,30.07.2000 18:45\n1,2,4,30.07.2000\n";
    assertThat(bench.failure(ImportBench.request(write(rows))).message())
        .contains("; mend the times, or leave those of delimited text out")
        .contains("(--columns user,movie,rating,- in the file's order)")
        .doesNotContain("maximum_rejected_share");
  }

  @Test
  void notesADeclaredScaleThatRatingsNeverNear() throws Exception {
    Optional<RatingScale> declared = Optional.of(new RatingScale(0, 100, 1));
    Path file = write("userId,movieId,rating\n1,1,4\n1,2,5\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, declared, 0));
    assertThat(ImportBench.notesOnRows(version))
        .extracting(ImportNote::kind)
        .containsExactly(NoteKind.SCALE_NOT_REACHED);
  }

  private Path write(String text) throws IOException {
    return write("ratings.csv", text);
  }
}
