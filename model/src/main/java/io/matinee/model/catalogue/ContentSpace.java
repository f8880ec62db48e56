package io.matinee.model.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

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
  private static final int UNKNOWN = -1;

  private final Map<String, Integer> vocabulary;
  private final double[] inverseFrequencies;
  private final TermVector[] movies;

  private ContentSpace(
      Map<String, Integer> vocabulary, double[] inverseFrequencies, TermVector[] movies) {
    this.vocabulary = vocabulary;
    this.inverseFrequencies = inverseFrequencies;
    this.movies = movies;
  }

  /** Builds the space of a catalogue. */
  public static ContentSpace of(Catalogue catalogue) {
    Map<String, Integer> vocabulary = new HashMap<>();
    int[][] documents = new int[catalogue.size()][];
    for (int movie = 0; movie < documents.length; movie++) {
      documents[movie] =
          ContentTerms.of(catalogue.movie(movie)).stream()
              .mapToInt(term -> vocabulary.computeIfAbsent(term, unseen -> vocabulary.size()))
              .sorted()
              .toArray();
    }
    double[] inverseFrequencies = inverseFrequencies(documents, vocabulary.size());
    TermVector[] movies =
        Arrays.stream(documents)
            .map(document -> vector(document, inverseFrequencies))
            .toArray(TermVector[]::new);
    return new ContentSpace(vocabulary, inverseFrequencies, movies);
  }

  /** Returns the number of terms. */
  public int dimension() {
    return inverseFrequencies.length;
  }

  /** Returns the number of movies. */
  public int movieCount() {
    return movies.length;
  }

  /** Returns the direction of a movie. */
  public TermVector vector(int movie) {
    return movies[movie];
  }

  /**
   * Returns the direction of a text, as if its words were an overview, and genres and tags that it
   * names were a movie's. Without a term that some movie has it is empty.
   */
  public TermVector vector(String text) {
    int[] document =
        ContentTerms.of(text).stream()
            .mapToInt(term -> vocabulary.getOrDefault(term, UNKNOWN))
            .filter(term -> term != UNKNOWN)
            .sorted()
            .toArray();
    return vector(document, inverseFrequencies);
  }

  @Override
  public double cosine(int first, int second) {
    return movies[first].cosine(movies[second]);
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

  /** Returns the direction of a document of these terms, ascending. */
  private static TermVector vector(int[] document, double[] inverseFrequencies) {
    int[] terms = Arrays.stream(document).distinct().toArray();
    double[] vector = new double[terms.length];
    for (int term : document) {
      vector[Arrays.binarySearch(terms, term)] += inverseFrequencies[term];
    }
    return new TermVector(terms, unit(vector));
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
