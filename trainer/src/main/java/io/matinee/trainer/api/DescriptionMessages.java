package io.matinee.trainer.api;

import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.trainer.v1.CatalogueGaps;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.GenreFigures;
import io.matinee.proto.trainer.v1.PeriodCount;
import io.matinee.proto.trainer.v1.RankedMovie;
import io.matinee.proto.trainer.v1.RatingFrequency;
import io.matinee.proto.trainer.v1.RemainingCounts;
import io.matinee.proto.trainer.v1.YearCount;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.description.CatalogueFigures;
import io.matinee.trainer.dataset.description.DatasetDescription;
import io.matinee.trainer.dataset.description.FilterEffect;
import io.matinee.trainer.dataset.description.MeanRanking;
import io.matinee.trainer.dataset.description.MovieFigures;
import io.matinee.trainer.dataset.description.RatedMovie;
import io.matinee.trainer.dataset.description.Spread;
import io.matinee.trainer.dataset.description.TimeFigures;
import io.matinee.trainer.dataset.description.ValueFigures;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.time.Instant;
import java.util.List;

/** Descriptions of data-set versions as messages. */
final class DescriptionMessages {

  private DescriptionMessages() {}

  static DescribeDatasetResponse of(
      DatasetVersion version, DatasetDescription description, List<RejectedRow> rejected) {
    DescribeDatasetResponse.Builder message =
        DescribeDatasetResponse.newBuilder()
            .setDatasetVersion(DatasetMessages.of(version))
            .setDensity(description.density());
    set(message, description.values());
    set(message, description.times());
    description.perMovie().ifPresent(spread -> message.setRatingsPerMovie(of(spread)));
    description.perUser().ifPresent(spread -> message.setRatingsPerUser(of(spread)));
    description.filters().forEach(effect -> message.addFilterEffects(of(effect)));
    set(message, description.movies());
    set(message, description.catalogue());
    rejected.forEach(row -> message.addRejectedRows(DatasetMessages.of(row)));
    return message.build();
  }

  private static void set(DescribeDatasetResponse.Builder message, ValueFigures values) {
    values.spread().ifPresent(spread -> message.setRatingSpread(of(spread)));
    values.unitSpread().ifPresent(spread -> message.setUnitRatingSpread(of(spread)));
    message.setHistogramBinWidth(values.binWidth());
    for (ValueFigures.Frequency frequency : values.histogram()) {
      message.addHistogram(
          RatingFrequency.newBuilder().setRating(frequency.rating()).setCount(frequency.count()));
    }
  }

  private static void set(DescribeDatasetResponse.Builder message, TimeFigures times) {
    times
        .oldest()
        .ifPresent(time -> message.setOldestRating(Times.of(Instant.ofEpochSecond(time))));
    times
        .newest()
        .ifPresent(time -> message.setNewestRating(Times.of(Instant.ofEpochSecond(time))));
    times.months().forEach(month -> message.addMonths(of(month)));
    times.days().forEach(day -> message.addDays(of(day)));
  }

  private static void set(DescribeDatasetResponse.Builder message, MovieFigures movies) {
    movies.mostRated().forEach(movie -> message.addMostRated(of(movie)));
    message
        .setMeanRanking(of(movies.byMean()))
        .setWeightedMeanRanking(of(movies.byWeightedMean()))
        .setWeightedMeanVotes(movies.votes());
    movies.globalError().ifPresent(message::setGlobalMeanRmse);
  }

  private static void set(DescribeDatasetResponse.Builder message, CatalogueFigures catalogue) {
    for (CatalogueFigures.Year year : catalogue.years()) {
      message.addYears(YearCount.newBuilder().setYear(year.year()).setMovieCount(year.movies()));
    }
    for (CatalogueFigures.Genre genre : catalogue.genres()) {
      GenreFigures.Builder figures =
          message
              .addGenresBuilder()
              .setGenre(genre.name())
              .setMovieCount(genre.movies())
              .setRatingCount(genre.ratings());
      genre.mean().ifPresent(figures::setMeanRating);
    }
    message.setCatalogueGaps(
        CatalogueGaps.newBuilder()
            .setUntitledMovieCount(catalogue.untitled())
            .setUndatedMovieCount(catalogue.undated())
            .setUnsortedMovieCount(catalogue.unsorted()));
  }

  private static io.matinee.proto.trainer.v1.Spread of(Spread spread) {
    return io.matinee.proto.trainer.v1.Spread.newBuilder()
        .setMean(spread.mean())
        .setStandardDeviation(spread.standardDeviation())
        .setMinimum(spread.minimum())
        .setPercentile5(spread.percentile5())
        .setLowerQuartile(spread.lowerQuartile())
        .setMedian(spread.median())
        .setUpperQuartile(spread.upperQuartile())
        .setPercentile95(spread.percentile95())
        .setMaximum(spread.maximum())
        .build();
  }

  private static PeriodCount of(TimeFigures.Period period) {
    return PeriodCount.newBuilder()
        .setPeriod(period.period())
        .setRatingCount(period.count())
        .build();
  }

  private static io.matinee.proto.trainer.v1.FilterEffect of(FilterEffect effect) {
    return io.matinee.proto.trainer.v1.FilterEffect.newBuilder()
        .setMinimumRatingCount(effect.minimum())
        .setByMovie(of(effect.byMovie()))
        .setByUser(of(effect.byUser()))
        .setByBoth(of(effect.byBoth()))
        .build();
  }

  private static RemainingCounts of(FilterEffect.Remaining remaining) {
    return RemainingCounts.newBuilder()
        .setRatings(remaining.ratings())
        .setUsers(remaining.users())
        .setMovies(remaining.movies())
        .build();
  }

  private static io.matinee.proto.trainer.v1.MeanRanking of(MeanRanking ranking) {
    io.matinee.proto.trainer.v1.MeanRanking.Builder message =
        io.matinee.proto.trainer.v1.MeanRanking.newBuilder();
    ranking.error().ifPresent(message::setRmse);
    for (MeanRanking.RankedMovie ranked : ranking.movies()) {
      message.addMovies(
          RankedMovie.newBuilder().setMovie(of(ranked.movie())).setMean(ranked.mean()));
    }
    return message.build();
  }

  private static Movie of(RatedMovie movie) {
    Movie.Builder message =
        Movie.newBuilder()
            .setMovieId(movie.id())
            .setTitle(movie.title())
            .setYear(movie.year().orElse(0))
            .addAllGenres(movie.genres())
            .setRatingCount(movie.count())
            .setImdbId(movie.imdbId())
            .setTmdbId(movie.tmdbId());
    movie.mean().ifPresent(mean -> message.setMeanRating((float) mean));
    return message.build();
  }
}
