package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.form.FormDetection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberScanTest {
  private static final String HEADER = "userId,movieId,rating,timestamp";

  @TempDir Path folder;

  @Test
  void countsTheRowsOfAFileWhoseIdsAreWholeNumbers() throws IOException {
    assertThat(scan(HEADER, "1,10,4.0,100\n1,0,4.5,101\n999999999999999999,10,4.0,100\n"))
        .contains(new WholeNumbers(3, false));
  }

  @Test
  void takesWindowsLinesAndALastLineWithoutAnEnd() throws IOException {
    assertThat(scan(HEADER, "1,10,4.0,100\r\n2,10,4.0,100")).contains(new WholeNumbers(2, false));
  }

  @Test
  void findsIdsWhereTheHeaderSaysTheyAre() throws IOException {
    assertThat(scan("rating,movieId,note,userId", "4.0,10,some note,1\n3.0,10,another,1\n"))
        .contains(new WholeNumbers(2, true));
  }

  @Test
  void seesRepeatedRatingsAlsoWhereTheRowsOfAUserLieApart() throws IOException {
    assertThat(scan(HEADER, "1,10,4.0,100\n1,10,4.0,200\n")).contains(new WholeNumbers(2, true));
    assertThat(scan(HEADER, "1,10,4.0,100\n2,10,4.0,100\n1,10,4.0,200\n"))
        .contains(new WholeNumbers(3, true));
  }

  @Test
  void goesThroughFilesOfManyBlocks() throws IOException {
    StringBuilder rows = new StringBuilder();
    int users = 300_000;
    for (int user = 1; user <= users; user++) {
      rows.append(user).append(",10,4.0,100\n");
    }
    assertThat(scan(HEADER, rows.toString())).contains(new WholeNumbers(users, false));
    assertThat(scan(HEADER, rows + "07,10,4.0,100\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007,10,4.0,100",
        "+7,10,4.0,100",
        "-7,10,4.0,100",
        " 7,10,4.0,100",
        "7 ,10,4.0,100",
        "7.0,10,4.0,100",
        "1e2,10,4.0,100",
        "1000000000000000000,10,4.0,100",
        "anna,10,4.0,100",
        ",10,4.0,100",
        "7,,4.0,100",
        "7,tt10,4.0,100",
        "7",
        "\"7\",10,4.0,100",
        "7,10,\"4.0\",100",
        "7,10,4.0,100\r8,10,4.0,100"
      })
  void seesWhatIsNoPlainRowOfWholeNumbers(String row) throws IOException {
    assertThat(scan(HEADER, "1,10,4.0,100\n" + row + "\n2,10,4.0,100\n")).isEmpty();
  }

  @Test
  void judgesAFileByItsFirstRows() throws IOException {
    assertThat(WholeNumberScan.isPromising(source(HEADER, "1,10,4.0,100\n"))).isTrue();
    assertThat(WholeNumberScan.isPromising(source(HEADER, "u1,10,4.0,100\n"))).isFalse();
  }

  @Test
  void stopsWhenTold() throws IOException {
    String rows = "1,10,4.0,100\n".repeat(200_000);
    assertThat(WholeNumberScan.of(source(HEADER, rows), () -> true)).isEmpty();
  }

  private Optional<WholeNumbers> scan(String header, String rows) throws IOException {
    return WholeNumberScan.of(source(header, rows), () -> false);
  }

  private RatingsSource source(String header, String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.csv"), header + "\n" + rows);
    return RatingsSource.of(file, FormDetection.UNAIDED.layoutOf(file));
  }
}
