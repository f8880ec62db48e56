package io.matinee.bench.micro;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.serving.catalogue.IndexPage;
import io.matinee.serving.catalogue.TitleIndex;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding ten movies among 60,000 by their titles, and making the index of the titles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TitleSearches {
  private static final int MOVIES = 60_000;
  private static final int WORDS = 40_000;

  /** What is looked for: a word, its beginning, words with a wrong letter and two, a long title. */
  @Param({"word", "beginning", "wrong", "long"})
  public String query = "word";

  @SuppressWarnings("NullAway.Init") // Set before the first call.
  private Catalogue catalogue;

  @SuppressWarnings("NullAway.Init") // Set before the first call.
  private TitleIndex index;

  private String words = "";

  /** Makes titles of up to six words, the first words far more often than the last. */
  @Setup
  public void make() {
    Random random = new Random(1);
    List<String> vocabulary = IntStream.range(0, WORDS).mapToObj(word -> word(random)).toList();
    List<Movie> movies =
        IntStream.range(0, MOVIES).mapToObj(id -> movie(id, vocabulary, random)).toList();
    IdDictionary ids = IdDictionary.of(movies.stream().map(Movie::id).toList());
    long[] counts = random.longs(MOVIES, 0, 100_000).toArray();
    catalogue = Catalogue.ofCounts(ids, movies, counts, new double[MOVIES]);
    index = TitleIndex.of(catalogue);
    String frequent = vocabulary.get(1);
    words =
        switch (query) {
          case "word" -> frequent;
          case "beginning" -> frequent.substring(0, 2);
          case "wrong" -> "x" + frequent.substring(1) + " qx" + vocabulary.get(2).substring(2);
          default -> String.join(" ", vocabulary.subList(0, 32));
        };
  }

  /** One search. */
  @Benchmark
  public IndexPage search() {
    return index.search(words, 0, 10);
  }

  /** One index. */
  @Benchmark
  public TitleIndex index() {
    return TitleIndex.of(catalogue);
  }

  private static Movie movie(int id, List<String> vocabulary, Random random) {
    String title =
        IntStream.rangeClosed(0, random.nextInt(6))
            .mapToObj(word -> vocabulary.get((int) (WORDS * Math.pow(random.nextDouble(), 4))))
            .collect(Collectors.joining(" "));
    return new Movie(Integer.toString(id), title, 2000, List.of(), List.of(), "", "", "");
  }

  private static String word(Random random) {
    return random
        .ints(4 + random.nextInt(8), 0, 20)
        .mapToObj(letter -> "etaoinshrdlcumwfgypb".substring(letter, letter + 1))
        .collect(Collectors.joining());
  }
}
