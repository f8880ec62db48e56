package io.matinee.similarity.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.snapshot.SnapshotContent;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a comparison of all ranking vectors of a snapshot, in doubles, finds. */
record ExpectedNeighbours(SnapshotContent content) {
  /** Returns the ids of the movies most similar to a movie, ties in the order of the catalogue. */
  List<String> of(String movieId, int count, IntPredicate allowed) {
    Catalogue catalogue = content.catalogue();
    int movie = catalogue.ids().indexOf(movieId);
    return IntStream.range(0, catalogue.size())
        .filter(other -> other != movie && catalogue.isCandidate(other) && allowed.test(other))
        .boxed()
        .sorted(Comparator.comparingDouble((Integer other) -> -rounded(similarity(movie, other))))
        .limit(count)
        .map(other -> catalogue.movie(other).id())
        .toList();
  }

  /** Returns the cosine of two movies by index, damped by the ratings of the second. */
  double similarity(int first, int second) {
    double ratings = content.catalogue().ratingCount(second);
    return cosine(first, second) * ratings / (ratings + 2);
  }

  /** Returns the cosine of two movies by index. */
  double cosine(int first, int second) {
    return dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second));
  }

  /** Returns the vector of a movie by index. */
  List<Float> vector(int movie) {
    FactorModel ranking = (FactorModel) content.ranking().orElseThrow();
    int dimension = ranking.dimension();
    return IntStream.range(0, dimension)
        .mapToObj(index -> ranking.movieFactors()[movie * dimension + index])
        .toList();
  }

  private double dot(int first, int second) {
    FactorModel ranking = (FactorModel) content.ranking().orElseThrow();
    float[] factors = ranking.movieFactors();
    int dimension = ranking.dimension();
    return IntStream.range(0, dimension)
        .mapToDouble(
            index ->
                (double) factors[first * dimension + index] * factors[second * dimension + index])
        .sum();
  }

  private static double rounded(double similarity) {
    return Math.round(similarity * 1e9);
  }
}
