package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.matinee.proto.trainer.v1.MinimumMode;
import io.matinee.proto.trainer.v1.MinimumRatings;
import io.matinee.proto.trainer.v1.RatingFilters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters of a request as a recipe keeps them. */
class FiltersReadingTest {

  @Test
  void boundsThatLeaveNothingOutAreNone() {
    MinimumRatings.Builder bounds =
        MinimumRatings.newBuilder().setMode(MinimumMode.MINIMUM_MODE_ONCE);

    assertThat(read(RatingFilters.newBuilder().setMinimum(bounds)).isNone()).isTrue();
    assertThat(read(RatingFilters.newBuilder().setMinimum(bounds.setPerUser(1))).isNone())
        .isFalse();
  }

  @Test
  void genresAreKeptByTheirOneName() {
    RatingFilters.Builder spelled =
        RatingFilters.newBuilder()
            .addAllGenresAny(
                List.of("Heimatfilm", "science fiction", "Children's", "SCI-FI", "children"));

    assertThat(FiltersReading.message(read(spelled)).getGenresAnyList())
        .containsExactly("Children", "Heimatfilm", "Sci-Fi");
    assertThat(read(spelled))
        .isEqualTo(
            read(
                RatingFilters.newBuilder()
                    .addAllGenresAny(List.of("Sci-Fi", "Children", "Heimatfilm"))));
  }

  @Test
  void timesWithinTheLastSecondThereIsAreTold() {
    Timestamp last = Timestamps.MAX_VALUE;

    assertThat(FiltersReading.message(read(RatingFilters.newBuilder().setEndTime(last))))
        .isEqualTo(RatingFilters.newBuilder().setEndTime(last.toBuilder().clearNanos()).build());
    assertThat(HoldOutReading.timeCut(last).epochSeconds()).isEqualTo(last.getSeconds());
  }

  private static io.matinee.trainer.dataset.filter.RatingFilters read(
      RatingFilters.Builder filters) {
    return FiltersReading.read(filters.build(), "options.filters");
  }
}
