package io.matinee.cli.view;

import io.matinee.cli.output.Bars;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.trainer.v1.CatalogueGaps;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.FilterEffect;
import io.matinee.proto.trainer.v1.GenreFigures;
import io.matinee.proto.trainer.v1.MeanRanking;
import io.matinee.proto.trainer.v1.PeriodCount;
import io.matinee.proto.trainer.v1.RankedMovie;
import io.matinee.proto.trainer.v1.RatingFrequency;
import io.matinee.proto.trainer.v1.Spread;
import io.matinee.proto.trainer.v1.YearCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description of a data-set version as tables, with bars. */
public final class DescriptionView {
  private static final String LINE_END = System.lineSeparator();
  private static final int GENRES = 24;

  private final DescribeDatasetResponse description;
  private final Bars bars;
  private final String events;

  private DescriptionView(DescribeDatasetResponse description, Bars bars) {
    this.description = description;
    this.bars = bars;
    this.events = Wording.events(description.getDatasetVersion().getEventKind());
  }

  /** Returns the description on some 150 lines at most; what is empty is left out. */
  public static String of(DescribeDatasetResponse description, Bars bars) {
    return new DescriptionView(description, bars).text();
  }

  private String text() {
    String sections =
        Stream.of(
                spreads(),
                histogram(),
                periods(),
                filters(),
                mostRated(),
                ranking("mean", description.getMeanRanking()),
                ranking(weightedMean(), description.getWeightedMeanRanking()),
                genres(),
                years())
            .filter(section -> !section.isEmpty())
            .map(section -> LINE_END + LINE_END + section)
            .collect(Collectors.joining());
    return DatasetView.summary(description)
        + DatasetView.notes(description.getDatasetVersion())
        + DatasetView.rejected(
            description.getRejectedRowsList(),
            description.getDatasetVersion().getCounts().getRejected())
        + sections;
  }

  private String spreads() {
    Table table =
        Table.of(
            "",
            ">mean",
            ">deviation",
            ">minimum",
            ">5 %",
            ">25 %",
            ">median",
            ">75 %",
            ">95 %",
            ">maximum");
    if (description.hasRatingSpread()) {
      addSpread(table, "rating", description.getRatingSpread());
      addSpread(table, "on 0 to 1", description.getUnitRatingSpread());
    }
    if (description.hasRatingsPerMovie()) {
      addSpread(table, events + " per movie", description.getRatingsPerMovie());
      addSpread(table, events + " per user", description.getRatingsPerUser());
    }
    return description.hasRatingsPerMovie() ? table.indented() : "";
  }

  private static void addSpread(Table table, String what, Spread spread) {
    table.row(
        what,
        Wording.decimal(spread.getMean(), 2),
        Wording.decimal(spread.getStandardDeviation(), 2),
        number(spread.getMinimum()),
        number(spread.getPercentile5()),
        number(spread.getLowerQuartile()),
        number(spread.getMedian()),
        number(spread.getUpperQuartile()),
        number(spread.getPercentile95()),
        number(spread.getMaximum()));
  }

  /** A number with its thousands apart, and two digits after the point where it has any. */
  private static String number(double value) {
    return value == Math.rint(value)
        ? Wording.count((long) value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }

  private String histogram() {
    Groups groups =
        Groups.ofNeighbours(
            description.getHistogramList(),
            frequency -> Wording.rating(frequency.getRating()),
            RatingFrequency::getCount);
    boolean each =
        description.getHistogramBinWidth() == 0
            && groups.counts().size() == description.getHistogramCount();
    return bars(groups, each ? ">rating" : ">rating from", ">ratings");
  }

  private String periods() {
    return bars(
        Groups.ofPeriods(
            description.getMonthsList(), PeriodCount::getPeriod, PeriodCount::getRatingCount),
        "given in",
        ">" + events);
  }

  private String years() {
    return bars(
        Groups.ofPeriods(
            description.getYearsList(),
            year -> String.format(Locale.ROOT, "%04d", year.getYear()),
            YearCount::getMovieCount),
        "released in",
        ">movies");
  }

  private String bars(Groups groups, String label, String what) {
    if (groups.counts().isEmpty()) {
      return "";
    }
    Table table = Table.of(label, what, ">%", "");
    groups
        .counts()
        .forEach(
            (name, count) ->
                table.row(
                    name,
                    Wording.count(count),
                    Wording.decimal(100.0 * count / groups.sum(), 1),
                    bars.bar(count, groups.greatest())));
    return table.indented();
  }

  private String filters() {
    if (!description.hasRatingsPerMovie()) {
      return "";
    }
    Table table =
        Table.of(
            ">at least",
            ">movies",
            ">their " + events,
            ">users",
            ">their " + events,
            ">both: movies",
            ">users",
            ">" + events);
    for (FilterEffect effect : description.getFilterEffectsList()) {
      table.row(
          Wording.count(effect.getMinimumRatingCount()),
          Wording.count(effect.getByMovie().getMovies()),
          Wording.count(effect.getByMovie().getRatings()),
          Wording.count(effect.getByUser().getUsers()),
          Wording.count(effect.getByUser().getRatings()),
          Wording.count(effect.getByBoth().getMovies()),
          Wording.count(effect.getByBoth().getUsers()),
          Wording.count(effect.getByBoth().getRatings()));
    }
    return "  left at a minimum of %s".formatted(events) + LINE_END + table.indented();
  }

  private String mostRated() {
    if (description.getMostRatedCount() == 0) {
      return "";
    }
    Table table = Table.of(cells(List.of("most " + events, ">" + events), ">mean", List.of()));
    for (Movie movie : description.getMostRatedList()) {
      table.row(
          cells(
              List.of(MovieView.name(movie), Wording.count(movie.getRatingCount())),
              movie.hasMeanRating() ? Wording.decimal(movie.getMeanRating(), 2) : Wording.ABSENT,
              List.of()));
    }
    return table.indented();
  }

  private String weightedMean() {
    return "mean weighted with %s ratings".formatted(number(description.getWeightedMeanVotes()));
  }

  private String ranking(String mean, MeanRanking ranking) {
    if (ranking.getMoviesCount() == 0) {
      return "";
    }
    Table table = Table.of("highest " + mean, ">ratings", ">mean");
    for (RankedMovie ranked : ranking.getMoviesList()) {
      table.row(
          MovieView.name(ranked.getMovie()),
          Wording.count(ranked.getMovie().getRatingCount()),
          Wording.decimal(ranked.getMean(), 2));
    }
    return ranking.hasRmse() ? table.indented() + LINE_END + error(ranking) : table.indented();
  }

  private String error(MeanRanking ranking) {
    return "  as a prediction from all other ratings: RMSE %s; the mean of all: %s"
        .formatted(
            Wording.decimal(ranking.getRmse(), 4),
            Wording.decimal(description.getGlobalMeanRmse(), 4));
  }

  private String genres() {
    if (description.getGenresCount() == 0) {
      return "";
    }
    long most =
        description.getGenresList().stream()
            .mapToLong(GenreFigures::getRatingCount)
            .max()
            .orElseThrow();
    Table table = Table.of(cells(List.of("genre", ">movies"), ">mean", List.of(">" + events, "")));
    description.getGenresList().stream()
        .limit(GENRES)
        .forEach(
            genre ->
                table.row(
                    cells(
                        List.of(genre.getGenre(), Wording.count(genre.getMovieCount())),
                        genre.hasMeanRating()
                            ? Wording.decimal(genre.getMeanRating(), 2)
                            : Wording.ABSENT,
                        List.of(
                            Wording.count(genre.getRatingCount()),
                            bars.bar(genre.getRatingCount(), most)))));
    return table.indented() + LINE_END + gaps(description.getCatalogueGaps());
  }

  /** A row's cells, without that of the mean where the data is of watches. */
  private String[] cells(List<String> before, String mean, List<String> after) {
    boolean isRated = description.getDatasetVersion().getEventKind() != EventKind.EVENT_KIND_WATCH;
    return Stream.of(before, isRated ? List.of(mean) : List.<String>of(), after)
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  private static String gaps(CatalogueGaps gaps) {
    return "  movies without a title: %s, without a year: %s, without a genre: %s"
        .formatted(
            Wording.count(gaps.getUntitledMovieCount()),
            Wording.count(gaps.getUndatedMovieCount()),
            Wording.count(gaps.getUnsortedMovieCount()));
  }
}
