package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.proto.trainer.v1.MinimumMode;
import io.matinee.proto.trainer.v1.RatingFilters;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RatingFilterOptionsTest {

  @Test
  void readsWhatBelongsTogether() {
    RatingFilters filters = filters("--sample-users", ".1", "--sample-seed", "5");
    assertThat(filters.getSample().getUserShare()).isEqualTo(.1);
    assertThat(filters.getSample().getSeed()).isEqualTo(5);

    assertThat(
            filters("--min-ratings-per-user", "3", "--min-ratings-mode", "once")
                .getMinimum()
                .getMode())
        .isEqualTo(MinimumMode.MINIMUM_MODE_ONCE);
    assertThat(filters("--min-ratings-per-movie", "3").getMinimum().getMode())
        .isEqualTo(MinimumMode.MINIMUM_MODE_CORE);
    assertThat(filters()).isEqualTo(RatingFilters.getDefaultInstance());
  }

  @Test
  void refusesWhatDoesNothingAlone() {
    assertThatThrownBy(() -> filters("--sample-seed", "5"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage(
            "--sample-seed does nothing without --sample-users or --sample-ratings; give one");
    assertThatThrownBy(() -> filters("--min-ratings-mode", "core"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("--min-ratings-mode does nothing without --min-ratings-per-movie");
  }

  private static RatingFilters filters(String... options) {
    return CommandLine.populateCommand(new RatingFilterOptions(), options).filters();
  }
}
