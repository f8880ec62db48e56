package io.matinee.serving.catalogue;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds movies by the beginnings of words of their titles. Movies are kept by their place in the
 * order of answers, the most rated first, ties by the order of ids: walking a set of places walks
 * the answer. Immutable.
 */
public final class TitleIndex {
  private final int[] movieAtPlace;
  private final NavigableMap<String, int[]> placesByWord;

  private TitleIndex(int[] movieAtPlace, NavigableMap<String, int[]> placesByWord) {
    this.movieAtPlace = movieAtPlace;
    this.placesByWord = placesByWord;
  }

  /** Returns the index of a catalogue. */
  public static TitleIndex of(Catalogue catalogue) {
    int[] movieAtPlace =
        IntStream.range(0, catalogue.size())
            .boxed()
            .sorted(Comparator.comparingLong(movie -> -catalogue.ratingCount(movie)))
            .mapToInt(Integer::intValue)
            .toArray();
    return new TitleIndex(movieAtPlace, placesByWord(catalogue, movieAtPlace));
  }

  private static NavigableMap<String, int[]> placesByWord(Catalogue catalogue, int[] movieAtPlace) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int place = 0; place < movieAtPlace.length; place++) {
      for (String word : TitleWords.of(catalogue.movie(movieAtPlace[place]).title())) {
        places.computeIfAbsent(word, w -> new ArrayList<>()).add(place);
      }
    }
    NavigableMap<String, int[]> compact = new TreeMap<>();
    places.forEach(
        (word, found) -> compact.put(word, found.stream().mapToInt(Integer::intValue).toArray()));
    return compact;
  }

  /**
   * Returns a part of the movies that a query finds: each of its words begins a word of the title.
   *
   * @param query one word or more, without regard to case and accents
   * @param start where to start: 0, or the {@code next} of the page before
   * @param size how many at most
   * @throws MatineeException INVALID_REQUEST when the query has no letter and no digit
   */
  public IndexPage search(String query, int start, int size) {
    BitSet places = placesOf(words(query));
    List<Integer> movies = new ArrayList<>();
    int place = places.nextSetBit(start);
    while (place >= 0 && movies.size() < size) {
      movies.add(movieAtPlace[place]);
      place = places.nextSetBit(place + 1);
    }
    return new IndexPage(movies, place < 0 ? OptionalInt.empty() : OptionalInt.of(place));
  }

  private BitSet placesOf(List<String> words) {
    BitSet places = new BitSet(movieAtPlace.length);
    places.set(0, movieAtPlace.length);
    for (String word : words) {
      places.and(placesOfPrefix(word));
    }
    return places;
  }

  private BitSet placesOfPrefix(String prefix) {
    BitSet places = new BitSet(movieAtPlace.length);
    for (int[] found :
        placesByWord.subMap(prefix, true, prefix + Character.MAX_VALUE, false).values()) {
      for (int place : found) {
        places.set(place);
      }
    }
    return places;
  }

  private static List<String> words(String query) {
    List<String> words = TitleWords.of(query);
    if (words.isEmpty()) {
      String problem = "must have a letter or a digit";
      throw MatineeException.of(Reason.INVALID_REQUEST, "query " + problem)
          .onField("query", problem);
    }
    return words;
  }
}
