package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.view.FiltersView;
import io.matinee.proto.trainer.v1.MinimumMode;
import io.matinee.proto.trainer.v1.RatingFilters;
import java.util.List;
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
  void areShownAsTheyWereGiven() {
    List<String> options =
        List.of(
            "--rated-from",
            "2015-01-01T00:00:00Z",
            "--rated-before",
            "2016-01-01T00:00:00.500Z",
            "--from-year",
            "1990",
            "--to-year",
            "2000",
            "--genre",
            "Film-Noir",
            "--genre",
            "Sci-Fi",
            "--sample-ratings",
            "0.25",
            "--sample-seed",
            "-3",
            "--min-ratings-per-movie",
            "5",
            "--min-ratings-per-user",
            "6",
            "--min-ratings-mode",
            "once");

    assertThat(FiltersView.of(filters(options.toArray(String[]::new))))
        .isEqualTo(String.join(" ", options));
    assertThat(FiltersView.of(filters("--genre", "it's a b"))).isEqualTo("--genre 'it'\\''s a b'");
    assertThat(FiltersView.of(filters())).isEqualTo("-");
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
