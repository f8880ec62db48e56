package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ids, ratings and scales as they are written, and ratings that repeat. */
class ImportedValuesTest extends OpenBench {
  private static final String RATINGS =
      "userId,movieId,rating,timestamp\n1,10,4.5,100\n1,20,3.0,200\n2,10,0.5,300\n";

  @Test
  void putsRatedMoviesThatNoFileDescribesIntoTheCatalogue() throws Exception {
    DatasetVersion version = bench.imported(write("ratings.csv", RATINGS));
    assertThat(bench.catalogue(version)).containsExactly("10;;-;;;;", "20;;-;;;;");
  }

  @Test
  void keepsTheLatestOfTwoRatingsOfAMovieByAUser() throws Exception {
    Path file =
        write(
            "ratings.csv",
            """
            userId,movieId,rating,timestamp
            1,10,1.0,300
            1,10,2.0,100
            1,20,3.0,5
            1,20,4.0,5
            2,10,5.0,7
            """);
    DatasetVersion version = bench.imported(file);
    assertThat(bench.ratings(version)).containsExactly("1,10,1.0,300", "1,20,4.0,5", "2,10,5.0,7");
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(5, 3, 2, 2, 2, 0, 2));
  }

  @Test
  void findsARepeatedRatingWhereTheRowsOfAUserLieApart() throws Exception {
    Path file =
        write(
            "ratings.csv",
            "userId,movieId,rating,timestamp\n1,10,1.0,100\n2,10,5.0,7\n1,10,2.0,300\n");
    assertThat(bench.ratings(bench.imported(file))).containsExactly("1,10,2.0,300", "2,10,5.0,7");
  }

  @Test
  void keepsIdsAsTheyAreWritten() throws Exception {
    for (String other : List.of("007", "+7", "7.0", "7e0", "anna")) {
      String rows = "userId,movieId,rating\n7,10,4.0\n%s,10,3.0\n".formatted(other);
      assertThat(bench.ratings(bench.imported(write("ratings.csv", rows))))
          .containsExactlyInAnyOrder("7,10,4.0,-", other + ",10,3.0,-");
    }
  }

  @Test
  void keepsIdsAsTheyAreWrittenWhereTheFirstOddOneComesLate() throws Exception {
    StringBuilder rows = new StringBuilder("userId,movieId,rating\n");
    for (int user = 1; user <= 100_000; user++) {
      rows.append(user).append(",10,4.0\n");
    }
    for (String odd : List.of("007", "anna")) {
      Path file = write("ratings.csv", rows + odd + ",10,3.0\n");
      DatasetVersion version = bench.imported(file);
      assertThat(version.manifest().counts().users()).isEqualTo(100_001);
      assertThat(bench.ratings(version)).contains("7,10,4.0,-", odd + ",10,3.0,-");
    }
  }

  @Test
  void takesADeclaredScale() throws Exception {
    Path file = write("ratings.csv", "userId,movieId,rating\n1,10,87\n1,20,12.5\n");
    DatasetVersion version =
        bench.imported(ImportBench.request(file, Optional.of(new RatingScale(0, 100, .5f)), .01));
    assertThat(bench.ratings(version)).containsExactly("1,10,87.0,-", "1,20,12.5,-");
  }

  @Test
  void takesEveryValueOfAContinuousScale() throws Exception {
    Optional<RatingScale> scale = Optional.of(new RatingScale(0, 1, 0));
    Path good = write("ratings.csv", "userId,movieId,rating\n1,10,0.123\n1,20,1\n");
    DatasetVersion version = bench.imported(ImportBench.request(good, scale, 0));
    assertThat(bench.ratings(version)).containsExactly("1,10,0.123,-", "1,20,1.0,-");
    assertThat(version.manifest().scale()).isEqualTo(scale.orElseThrow());

    for (String off : List.of("1.01", "NaN", "")) {
      Path bad = write("ratings.csv", "userId,movieId,rating\n1,10,0.123\n1,20," + off + "\n");
      assertThat(bench.failure(ImportBench.request(bad, scale, 0)).message())
          .contains("1 of 2 rows");
    }
  }
}
