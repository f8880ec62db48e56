package io.matinee.serving.catalogue;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.runtime.error.MatineeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds movies by words of their titles. Movies are kept by their place in the order of those that
 * come equally close to a query: the most rated first, ties by the order of ids. Immutable.
 */
public final class TitleIndex {
  private final int[] movieAtPlace;
  private final Vocabulary vocabulary;

  private TitleIndex(int[] movieAtPlace, Vocabulary vocabulary) {
    this.movieAtPlace = movieAtPlace;
    this.vocabulary = vocabulary;
  }

  /** Returns the index of a catalogue. */
  public static TitleIndex of(Catalogue catalogue) {
    int[] movieAtPlace =
        IntStream.range(0, catalogue.size())
            .boxed()
            .sorted(Comparator.comparingLong(movie -> -catalogue.ratingCount(movie)))
            .mapToInt(Integer::intValue)
            .toArray();
    return new TitleIndex(movieAtPlace, Vocabulary.of(placesByWord(catalogue, movieAtPlace)));
  }

  private static Map<String, List<Integer>> placesByWord(Catalogue catalogue, int[] movieAtPlace) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int place = 0; place < movieAtPlace.length; place++) {
      for (String word : words(catalogue.movie(movieAtPlace[place]))) {
        places.computeIfAbsent(word, w -> new ArrayList<>()).add(place);
      }
    }
    return places;
  }

  private static Set<String> words(Movie movie) {
    Set<String> words = new HashSet<>();
    for (String title : List.of(movie.title(), movie.originalTitle())) {
      for (TitleToken token : TitleToken.of(title)) {
        words.addAll(token.words());
        words.add(token.joined());
      }
    }
    return words;
  }

  /**
   * Returns a part of the movies that a query finds: each of its words is a word of the title or of
   * the original title, begins one, or differs from one by as many letters as {@link WrongLetters}
   * forgives. An article in front may be missing. First come the titles whose furthest word is
   * closest ({@link Closeness}), then the most rated.
   *
   * @param query one word or more, without regard to case, accents, ligatures and what is neither
   *     letter nor digit
   * @param start how many to skip: 0, or the {@code next} of the page before
   * @param size how many at most, from 1
   * @throws MatineeException INVALID_REQUEST when the query has no letter and no digit, or more
   *     than 32 words
   */
  public IndexPage search(String query, int start, int size) {
    int[] places = closeness(TitleQuery.parse(query)).places(start, size + 1);
    List<Integer> movies =
        Arrays.stream(places).limit(size).map(place -> movieAtPlace[place]).boxed().toList();
    return new IndexPage(
        movies, places.length > size ? OptionalInt.of(start + size) : OptionalInt.empty());
  }

  private TitleCloseness closeness(TitleQuery query) {
    TitleCloseness all = every(Closeness.EXACT);
    boolean mayLackFirst = query.article();
    for (TitleToken token : query.tokens()) {
      all.lower(closeness(token, mayLackFirst));
      if (all.foundNothing()) {
        return all;
      }
      mayLackFirst = false;
    }
    return all;
  }

  private TitleCloseness closeness(TitleToken token, boolean mayLackFirst) {
    TitleCloseness all = every(Closeness.EXACT);
    Closeness lacking = mayLackFirst ? Closeness.BEGUN : Closeness.NONE;
    for (String word : token.words()) {
      all.lower(closeness(word, lacking));
      if (all.foundNothing()) {
        break;
      }
      lacking = Closeness.NONE;
    }
    if (token.words().size() > 1) {
      all.raise(closeness(token.joined(), Closeness.NONE));
    }
    return all;
  }

  private TitleCloseness closeness(String word, Closeness lacking) {
    TitleCloseness titles = every(lacking);
    WrongLetters wrong = WrongLetters.in(word);
    wrong.forTwoWrong(vocabulary, at -> vocabulary.raise(at, Closeness.TWO_WRONG, titles));
    wrong.forOneWrong(vocabulary, at -> vocabulary.raise(at, Closeness.ONE_WRONG, titles));
    vocabulary.forBegunBy(
        word,
        at -> {
          boolean whole = vocabulary.word(at).length() == word.length();
          vocabulary.raise(at, whole ? Closeness.EXACT : Closeness.BEGUN, titles);
        });
    return titles;
  }

  private TitleCloseness every(Closeness closeness) {
    return TitleCloseness.of(movieAtPlace.length, closeness);
  }
}
