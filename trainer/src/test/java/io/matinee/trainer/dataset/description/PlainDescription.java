package io.matinee.trainer.dataset.description;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.description.DescribedData.Catalogued;
import io.matinee.trainer.dataset.description.DescribedData.Rated;
import io.matinee.trainer.dataset.description.FilterEffect.Remaining;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Describes a handful of ratings as the contract words it, one figure after another. */
final class PlainDescription {
  private final RatingScale scale;
  private final List<Rated> ratings;
  private final List<Catalogued> catalogue;
  private final Map<String, List<Rated>> byMovie;
  private final Map<String, List<Rated>> byUser;
  private final boolean rated;

  PlainDescription(DescribedData data) {
    scale = data.scale();
    ratings = data.ratings();
    catalogue = data.movies();
    byMovie = ratings.stream().collect(groupingBy(Rated::movie));
    byUser = ratings.stream().collect(groupingBy(Rated::user));
    rated = ratings.stream().anyMatch(rating -> rating.rating() != null);
  }

  DatasetDescription describe() {
    return new DatasetDescription(
        ratings.isEmpty() ? 0 : (double) ratings.size() / byMovie.size() / byUser.size(),
        values(),
        times(),
        spread(sizes(byMovie)),
        spread(sizes(byUser)),
        Stream.of(2, 5, 10, 20, 50, 100, 200, 500, 1000).map(this::effect).toList(),
        movies(),
        catalogueFigures());
  }

  private ValueFigures values() {
    if (!rated) {
      return new ValueFigures(Optional.empty(), Optional.empty(), List.of(), 0);
    }
    Map<Float, Long> counts = new TreeMap<>();
    ratings.forEach(rating -> counts.merge((float) rating.value(), 1L, Long::sum));
    List<Double> all = ratings.stream().map(rating -> rating.value()).toList();
    List<Double> unit =
        all.stream().map(value -> (value - scale.minimum()) / scale.range()).toList();
    List<ValueFigures.Frequency> frequencies = new ArrayList<>();
    if (counts.size() <= 1000) {
      counts.forEach((value, count) -> frequencies.add(new ValueFigures.Frequency(value, count)));
      return new ValueFigures(spread(all), spread(unit), frequencies, 0);
    }
    double width = scale.range() / 100.0;
    for (int bin = 0; bin < 100; bin++) {
      int here = bin;
      long count = unit.stream().filter(value -> Math.min((int) (value * 100), 99) == here).count();
      frequencies.add(new ValueFigures.Frequency((float) (scale.minimum() + bin * width), count));
    }
    return new ValueFigures(spread(all), spread(unit), frequencies, width);
  }

  private TimeFigures times() {
    List<Long> times =
        ratings.stream().filter(rating -> rating.time() != null).map(Rated::time).sorted().toList();
    return new TimeFigures(
        times.isEmpty() ? OptionalLong.empty() : OptionalLong.of(times.getFirst()),
        times.isEmpty() ? OptionalLong.empty() : OptionalLong.of(times.getLast()),
        periods(times, "2001-01".length()),
        periods(times, "2001-01-01".length()));
  }

  private static List<TimeFigures.Period> periods(List<Long> times, int length) {
    Map<String, Long> counts =
        times.stream()
            .map(time -> Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC).toString())
            .collect(groupingBy(text -> text.substring(0, length), TreeMap::new, counting()));
    List<TimeFigures.Period> periods = new ArrayList<>();
    counts.forEach((period, count) -> periods.add(new TimeFigures.Period(period, count)));
    return periods;
  }

  private FilterEffect effect(int minimum) {
    return new FilterEffect(
        minimum, remaining(1, minimum), remaining(minimum, 1), remaining(minimum, minimum));
  }

  private Remaining remaining(int perUser, int perMovie) {
    List<Rated> left =
        ratings.stream()
            .filter(rating -> byUser.getOrDefault(rating.user(), List.of()).size() >= perUser)
            .filter(rating -> ofMovie(rating.movie()).size() >= perMovie)
            .toList();
    return new Remaining(
        left.size(),
        left.stream().map(Rated::user).distinct().count(),
        left.stream().map(Rated::movie).distinct().count());
  }

  private MovieFigures movies() {
    double votes = rated ? quantile(sizes(byMovie), .9) : 0;
    double all = mean(ratings).orElse(0);
    ToDoubleFunction<String> plain = movie -> mean(ofMovie(movie)).orElseThrow();
    ToDoubleFunction<String> weighted =
        movie -> {
          List<Rated> own = ofMovie(movie);
          return (own.stream().mapToDouble(Rated::value).sum() + votes * all)
              / (own.size() + votes);
        };
    return new MovieFigures(
        movies(movie -> ofMovie(movie).size()).stream().map(this::ratedMovie).toList(),
        new MeanRanking(ranked(plain), error(this::meanOfOthers)),
        new MeanRanking(ranked(weighted), error(rating -> weightedMeanOfOthers(rating, votes))),
        votes,
        error(this::meanOfAllOthers));
  }

  private List<MeanRanking.RankedMovie> ranked(ToDoubleFunction<String> score) {
    return !rated
        ? List.of()
        : movies(score).stream()
            .map(
                movie -> new MeanRanking.RankedMovie(ratedMovie(movie), score.applyAsDouble(movie)))
            .toList();
  }

  private List<String> movies(ToDoubleFunction<String> score) {
    Comparator<String> first = Comparator.comparingDouble(score);
    return byMovie.keySet().stream()
        .sorted(
            first
                .reversed()
                .thenComparing(comparingInt((String movie) -> ofMovie(movie).size()).reversed())
                .thenComparing(Comparator.naturalOrder()))
        .limit(10)
        .toList();
  }

  private RatedMovie ratedMovie(String id) {
    Catalogued movie =
        catalogue.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return new RatedMovie(
        id,
        movie.title(),
        movie.year() == null ? OptionalInt.empty() : OptionalInt.of(movie.year()),
        movie.genres(),
        ofMovie(id).size(),
        mean(ofMovie(id)),
        "",
        "");
  }

  private OptionalDouble error(ToDoubleFunction<Rated> prediction) {
    return !rated || ratings.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.sqrt(
                ratings.stream()
                    .mapToDouble(
                        rating -> {
                          double error = rating.value() - prediction.applyAsDouble(rating);
                          return error * error;
                        })
                    .average()
                    .orElseThrow()));
  }

  private double meanOfAllOthers(Rated rating) {
    return mean(without(ratings, rating)).orElseThrow();
  }

  private double meanOfOthers(Rated rating) {
    return mean(without(ofMovie(rating.movie()), rating)).orElseGet(() -> meanOfAllOthers(rating));
  }

  private double weightedMeanOfOthers(Rated rating, double votes) {
    List<Rated> others = without(ofMovie(rating.movie()), rating);
    double known = others.size() / (others.size() + votes);
    return known * mean(others).orElse(0) + (1 - known) * meanOfAllOthers(rating);
  }

  private CatalogueFigures catalogueFigures() {
    Map<Integer, Long> years = new TreeMap<>();
    Map<String, List<Catalogued>> genres = new HashMap<>();
    for (Catalogued movie : catalogue) {
      if (movie.year() != null) {
        years.merge(movie.year(), 1L, Long::sum);
      }
      movie.genres().stream()
          .distinct()
          .forEach(genre -> genres.computeIfAbsent(genre, any -> new ArrayList<>()).add(movie));
    }
    return new CatalogueFigures(
        years.entrySet().stream()
            .map(year -> new CatalogueFigures.Year(year.getKey(), year.getValue()))
            .toList(),
        genres.entrySet().stream()
            .map(genre -> genre(genre.getKey(), genre.getValue()))
            .sorted(
                comparing(CatalogueFigures.Genre::movies, Comparator.<Long>reverseOrder())
                    .thenComparing(CatalogueFigures.Genre::name))
            .toList(),
        catalogue.stream().filter(movie -> movie.title().isEmpty()).count(),
        catalogue.stream().filter(movie -> movie.year() == null).count(),
        catalogue.stream().filter(movie -> movie.genres().isEmpty()).count());
  }

  private CatalogueFigures.Genre genre(String name, List<Catalogued> movies) {
    List<Rated> given =
        movies.stream()
            .flatMap(movie -> byMovie.getOrDefault(movie.id(), List.of()).stream())
            .toList();
    return new CatalogueFigures.Genre(name, movies.size(), given.size(), mean(given));
  }

  private List<Rated> ofMovie(String movie) {
    return byMovie.getOrDefault(movie, List.of());
  }

  private static List<Rated> without(List<Rated> all, Rated one) {
    return all.stream().filter(rating -> !rating.equals(one)).toList();
  }

  private static OptionalDouble mean(List<Rated> given) {
    return given.stream()
        .filter(rating -> rating.rating() != null)
        .mapToDouble(Rated::value)
        .average();
  }

  private static List<Double> sizes(Map<String, List<Rated>> groups) {
    return groups.values().stream().map(group -> (double) group.size()).toList();
  }

  private static Optional<Spread> spread(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
    double variance =
        values.stream().mapToDouble(value -> (value - mean) * (value - mean)).average().orElse(0);
    Function<Double, Double> quantile = share -> quantile(values, share);
    return Optional.of(
        new Spread(
            mean,
            Math.sqrt(variance),
            quantile.apply(0.0),
            quantile.apply(.05),
            quantile.apply(.25),
            quantile.apply(.5),
            quantile.apply(.75),
            quantile.apply(.95),
            quantile.apply(1.0)));
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = (sorted.size() - 1) * share;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
