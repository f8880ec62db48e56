package io.matinee.serving.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/**
 * The words of all titles in their order, each with the places of the titles that have it.
 * Immutable.
 */
final class Vocabulary {
  private final String[] words;

  /** How many characters each word has in common with the one before. */
  private final int[] shared;

  private final int[][] places;

  private Vocabulary(String[] words, int[] shared, int[][] places) {
    this.words = words;
    this.shared = shared;
    this.places = places;
  }

  /** Returns the vocabulary of words with their places. */
  static Vocabulary of(Map<String, List<Integer>> placesByWord) {
    List<Map.Entry<String, List<Integer>>> entries =
        placesByWord.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    String[] words = entries.stream().map(Map.Entry::getKey).toArray(String[]::new);
    int[] shared = new int[words.length];
    for (int word = 1; word < words.length; word++) {
      shared[word] = shared(words[word - 1], words[word]);
    }
    int[][] places =
        entries.stream()
            .map(entry -> entry.getValue().stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new Vocabulary(words, shared, places);
  }

  /** Whole characters alone: none ends between two surrogates. */
  private static int shared(String one, String other) {
    int mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    boolean splits = mismatch > 0 && Character.isHighSurrogate(one.charAt(mismatch - 1));
    return splits ? mismatch - 1 : mismatch;
  }

  /** Calls with every word that begins so, the word itself among them and first. */
  void forBegunBy(String beginning, IntConsumer found) {
    int place = Arrays.binarySearch(words, beginning);
    int word = place < 0 ? -place - 1 : place;
    while (word < words.length && words[word].startsWith(beginning)) {
      found.accept(word++);
    }
  }

  /** Calls with every word that an automaton accepts, each character being one code point. */
  void forAccepted(CharacterRunAutomaton automaton, IntConsumer found) {
    AutomatonWalk walk = new AutomatonWalk(automaton);
    for (int word = 0; word < words.length; word++) {
      if (walk.accepts(words[word], shared[word])) {
        found.accept(word);
      }
    }
  }

  /** Returns a word. */
  String word(int word) {
    return words[word];
  }

  /** Notes that all titles of a word come at least so close. */
  void raise(int word, Closeness closeness, TitleCloseness titles) {
    for (int place : places[word]) {
      titles.raise(place, closeness);
    }
  }
}
