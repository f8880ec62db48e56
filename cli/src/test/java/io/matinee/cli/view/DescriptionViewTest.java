package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.output.Bars;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.FilterEffect;
import io.matinee.proto.trainer.v1.GenreFigures;
import io.matinee.proto.trainer.v1.ImportCounts;
import io.matinee.proto.trainer.v1.MeanRanking;
import io.matinee.proto.trainer.v1.PeriodCount;
import io.matinee.proto.trainer.v1.RankedMovie;
import io.matinee.proto.trainer.v1.RatingFrequency;
import io.matinee.proto.trainer.v1.RejectedRow;
import io.matinee.proto.trainer.v1.RemainingCounts;
import io.matinee.proto.trainer.v1.Spread;
import io.matinee.proto.trainer.v1.YearCount;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionViewTest {
  private static final Bars BLOCKS = new Bars(true);
  private static final Movie HEAT =
      Movie.newBuilder()
          .setMovieId("6")
          .setTitle("He\u001b[2Jat")
          .setYear(1995)
          .setRatingCount(1_234)
          .setMeanRating(3.5f)
          .build();

  @Test
  void showsEachSectionWithBars() {
    DescribeDatasetResponse description =
        small()
            .addHistogram(RatingFrequency.newBuilder().setRating(.5f).setCount(1))
            .addHistogram(RatingFrequency.newBuilder().setRating(4).setCount(3))
            .addMonths(PeriodCount.newBuilder().setPeriod("2005-03").setRatingCount(4))
            .addFilterEffects(
                FilterEffect.newBuilder()
                    .setMinimumRatingCount(2)
                    .setByBoth(RemainingCounts.newBuilder().setRatings(3_000)))
            .addMostRated(HEAT)
            .setWeightedMeanVotes(12.5)
            .setGlobalMeanRmse(1.25)
            .setWeightedMeanRanking(
                MeanRanking.newBuilder()
                    .addMovies(RankedMovie.newBuilder().setMovie(HEAT).setMean(3.75))
                    .setRmse(1.125))
            .addGenres(GenreFigures.newBuilder().setGenre("Crime").setMovieCount(7))
            .addYears(YearCount.newBuilder().setYear(1995).setMovieCount(2))
            .build();

    assertThat(DescriptionView.of(description, BLOCKS))
        .contains(
            "datasets/d/versions/1, from ratings.csv",
            "25.00 % filled, mean 3.25, scale 0.5 to 5 by 0.5",
            "given without times; 2 rows rejected, 0 duplicates replaced",
            "rejected: ratings.csv line 7: has 3 fields?: 1,2,?",
            "and 1 more",
            "rating  ratings     %",
            "0.5        1  25.0  ██████████",
            "2005-03         4  100.0",
            "0              0      0              0             0      0    3,000",
            "He?[2Jat (1995)    1,234  3.50",
            "highest mean weighted with 12.50 ratings",
            "1,234  3.75",
            "RMSE 1.1250; the mean of all: 1.2500",
            "Crime       7     -        0",
            "1995              2  100.0")
        .doesNotContain("\u001b", "highest mean  ");
  }

  @Test
  void watchesHaveNoMean() {
    DescribeDatasetResponse.Builder watches =
        DescribeDatasetResponse.newBuilder()
            .addMostRated(HEAT.toBuilder().clearMeanRating())
            .addGenres(GenreFigures.newBuilder().setGenre("Crime").setMovieCount(7));
    watches.getDatasetVersionBuilder().setEventKind(EventKind.EVENT_KIND_WATCH);

    assertThat(DescriptionView.of(watches.build(), BLOCKS))
        .contains("most watches", "He?[2Jat (1995)    1,234", "Crime       7        0")
        .doesNotContain("mean");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    String text = DescriptionView.of(DescribeDatasetResponse.getDefaultInstance(), BLOCKS);

    assertThat(text.lines()).hasSize(3);
  }

  @Test
  void putsManyPeriodsAndRatingsTogether() {
    DescribeDatasetResponse.Builder description = small();
    for (int month = 0; month < 12 * 50; month++) {
      String period = YearMonth.of(1970, 1).plusMonths(month).toString();
      description.addMonths(PeriodCount.newBuilder().setPeriod(period).setRatingCount(1));
    }
    for (int rating = 0; rating < 100; rating++) {
      description.addHistogram(RatingFrequency.newBuilder().setRating(rating).setCount(2));
    }

    List<String> lines =
        DescriptionView.of(description.build(), BLOCKS).lines().map(String::strip).toList();

    assertThat(lines)
        .filteredOn(line -> line.matches("\\d+0s .*"))
        .hasSize(5)
        .first()
        .asString()
        .startsWith("1970s         120  20.0");
    assertThat(lines)
        .containsOnlyOnce("rating from  ratings    %")
        .filteredOn(line -> line.endsWith("5.0  " + "█".repeat(30)))
        .hasSize(20);
  }

  @Test
  void staysShortHoweverMuchThereIs() {
    DescribeDatasetResponse.Builder description = small();
    for (int year = 0; year < 500; year++) {
      description.addYears(YearCount.newBuilder().setYear(1500 + year).setMovieCount(1));
    }
    description
        .addAllGenres(Collections.nCopies(100, GenreFigures.newBuilder().setGenre("g").build()))
        .addAllRejectedRows(Collections.nCopies(100, RejectedRow.getDefaultInstance()));

    assertThat(DescriptionView.of(description.build(), BLOCKS).lines())
        .hasSizeLessThan(150)
        .allMatch(line -> line.length() <= 120);
  }

  private static DescribeDatasetResponse.Builder small() {
    return DescribeDatasetResponse.newBuilder()
        .setDatasetVersion(
            DatasetVersion.newBuilder()
                .setName("datasets/d/versions/1")
                .setSource("ratings.csv")
                .setScale(RatingScale.newBuilder().setMinimum(.5f).setMaximum(5).setStep(.5f))
                .setCounts(ImportCounts.newBuilder().setRatings(4_000).setRejected(2)))
        .setDensity(.25)
        .setRatingSpread(Spread.newBuilder().setMean(3.25))
        .setRatingsPerMovie(Spread.newBuilder().setMaximum(1_234))
        .addRejectedRows(
            RejectedRow.newBuilder()
                .setFile("ratings.csv")
                .setLine(7)
                .setReason("has 3 fields\u0007")
                .setContent("1,2,\u001b"));
  }
}
