package io.matinee.model.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fixed space of a catalogue: TF-IDF of genres, tags and the words of the overview.
 *
 * <p>A term t of movie m weighs tf(t, m) * ln((1 + M) / (1 + df(t))) + tf(t, m), with tf the number
 * of occurrences, df the number of movies that have the term and M the number of movies (Salton and
 * Buckley 1988, smoothed so that no term weighs 0); vectors have length 1. Genres, tags and words
 * are different terms even when spelt alike; letter case is ignored, words of fewer than three
 * letters are left out. Depends on the catalogue alone, so two models can be compared in it. A
 * movie without any term has no direction. Immutable and thread-safe.
 */
public final class ContentSpace implements Space {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORTEST_WORD = 3;

  /** For each movie its terms, ascending, and beside them their weights. */
  private final int[][] terms;

  private final float[][] weights;

  private ContentSpace(int[][] terms, float[][] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** Builds the space of a catalogue. */
  public static ContentSpace of(Catalogue catalogue) {
    List<List<String>> documents = new ArrayList<>(catalogue.size());
    for (int movie = 0; movie < catalogue.size(); movie++) {
      documents.add(termsOf(catalogue.movie(movie)));
    }
    Map<String, Integer> vocabulary = new HashMap<>();
    documents.forEach(
        document -> document.forEach(term -> vocabulary.putIfAbsent(term, vocabulary.size())));
    double[] inverseFrequencies = inverseFrequencies(documents, vocabulary);
    int[][] terms = new int[catalogue.size()][];
    float[][] weights = new float[catalogue.size()][];
    for (int movie = 0; movie < catalogue.size(); movie++) {
      TreeMap<Integer, Double> vector = new TreeMap<>();
      for (String term : documents.get(movie)) {
        int number = vocabulary.get(term);
        vector.merge(number, inverseFrequencies[number], Double::sum);
      }
      terms[movie] = vector.keySet().stream().mapToInt(Integer::intValue).toArray();
      weights[movie] = unit(vector.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return new ContentSpace(terms, weights);
  }

  @Override
  public double cosine(int first, int second) {
    int[] left = terms[first];
    int[] right = terms[second];
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      if (left[i] == right[j]) {
        sum += (double) weights[first][i++] * weights[second][j++];
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return Math.min(1, sum);
  }

  private static List<String> termsOf(Movie movie) {
    List<String> found = new ArrayList<>();
    movie.genres().forEach(genre -> found.add("genre:" + genre.toLowerCase(Locale.ROOT)));
    movie.tags().forEach(tag -> found.add("tag:" + tag.toLowerCase(Locale.ROOT)));
    for (String word : BETWEEN_WORDS.split(movie.overview().toLowerCase(Locale.ROOT))) {
      if (word.length() >= SHORTEST_WORD) {
        found.add("word:" + word);
      }
    }
    return found;
  }

  private static double[] inverseFrequencies(
      List<List<String>> documents, Map<String, Integer> vocabulary) {
    double[] frequencies = new double[vocabulary.size()];
    for (List<String> document : documents) {
      Set<String> distinct = new HashSet<>(document);
      distinct.forEach(term -> frequencies[vocabulary.get(term)]++);
    }
    double total = documents.size();
    return Arrays.stream(frequencies)
        .map(frequency -> Math.log((1 + total) / (1 + frequency)) + 1)
        .toArray();
  }

  private static float[] unit(double[] vector) {
    double norm = Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
    float[] scaled = new float[vector.length];
    for (int index = 0; index < vector.length; index++) {
      scaled[index] = (float) (vector[index] / norm);
    }
    return scaled;
  }
}
