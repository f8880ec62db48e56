package io.matinee.model.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

  /** For each movie its terms, ascending, and beside them their weights. */
  private final int[][] terms;

  private final float[][] weights;

  private ContentSpace(int[][] terms, float[][] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** Builds the space of a catalogue. */
  public static ContentSpace of(Catalogue catalogue) {
    Map<String, Integer> vocabulary = new HashMap<>();
    int[][] documents = new int[catalogue.size()][];
    for (int movie = 0; movie < documents.length; movie++) {
      documents[movie] =
          termsOf(catalogue.movie(movie)).stream()
              .mapToInt(term -> vocabulary.computeIfAbsent(term, unseen -> vocabulary.size()))
              .sorted()
              .toArray();
    }
    double[] inverseFrequencies = inverseFrequencies(documents, vocabulary.size());
    int[][] terms = new int[documents.length][];
    float[][] weights = new float[documents.length][];
    for (int movie = 0; movie < documents.length; movie++) {
      terms[movie] = Arrays.stream(documents[movie]).distinct().toArray();
      weights[movie] = unit(weights(documents[movie], terms[movie], inverseFrequencies));
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
    WORD.matcher(movie.overview().toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> found.add("word:" + word.group()));
    return found;
  }

  private static double[] inverseFrequencies(int[][] documents, int vocabularySize) {
    double[] frequencies = new double[vocabularySize];
    for (int[] document : documents) {
      Arrays.stream(document).distinct().forEach(term -> frequencies[term]++);
    }
    double total = documents.length;
    return Arrays.stream(frequencies)
        .map(frequency -> Math.log((1 + total) / (1 + frequency)) + 1)
        .toArray();
  }

  private static double[] weights(int[] document, int[] terms, double[] inverseFrequencies) {
    double[] vector = new double[terms.length];
    for (int term : document) {
      vector[Arrays.binarySearch(terms, term)] += inverseFrequencies[term];
    }
    return vector;
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
