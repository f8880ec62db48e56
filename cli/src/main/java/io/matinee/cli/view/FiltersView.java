package io.matinee.cli.view;

import com.google.protobuf.util.Timestamps;
import io.matinee.cli.output.PlainText;
import io.matinee.cli.output.Wording;
import io.matinee.proto.trainer.v1.MinimumRatings;
import io.matinee.proto.trainer.v1.RatingFilters;
import io.matinee.proto.trainer.v1.RatingSample;
import java.util.ArrayList;
import java.util.List;

/** The filters of data-set versions, as the options of ./matinee import that ask for them. */
public final class FiltersView {
  private FiltersView() {}

  /** "--from-year 1990 --genre 'Film Noir'"; "-" for no filters. */
  public static String of(RatingFilters filters) {
    List<String> options = new ArrayList<>();
    if (filters.hasStartTime()) {
      options.add("--rated-from " + Timestamps.toString(filters.getStartTime()));
    }
    if (filters.hasEndTime()) {
      options.add("--rated-before " + Timestamps.toString(filters.getEndTime()));
    }
    if (filters.getMinimumYear() != 0) {
      options.add("--from-year " + filters.getMinimumYear());
    }
    if (filters.getMaximumYear() != 0) {
      options.add("--to-year " + filters.getMaximumYear());
    }
    filters.getGenresAnyList().forEach(genre -> options.add("--genre " + quoted(genre)));
    if (filters.hasSample()) {
      options.add(sample(filters.getSample()));
    }
    if (filters.hasMinimum()) {
      options.add(minimum(filters.getMinimum()));
    }
    return Wording.orAbsent(String.join(" ", options));
  }

  private static String sample(RatingSample sample) {
    String share =
        sample.hasUserShare()
            ? "--sample-users " + sample.getUserShare()
            : "--sample-ratings " + sample.getRatingShare();
    return share + (sample.getSeed() == 0 ? "" : " --sample-seed " + sample.getSeed());
  }

  private static String minimum(MinimumRatings minimum) {
    return (minimum.getPerMovie() == 0
            ? ""
            : "--min-ratings-per-movie %d ".formatted(minimum.getPerMovie()))
        + (minimum.getPerUser() == 0
            ? ""
            : "--min-ratings-per-user %d ".formatted(minimum.getPerUser()))
        + "--min-ratings-mode "
        + Wording.name("MINIMUM_MODE_", minimum.getMode());
  }

  private static String quoted(String genre) {
    String line = PlainText.line(genre);
    return line.matches("[\\p{L}\\p{N}_.-]+") ? line : "'" + line.replace("'", "'\\''") + "'";
  }
}
