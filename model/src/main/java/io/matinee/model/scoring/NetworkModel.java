package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;
import java.util.List;

/**
 * A trained network on the heap: the score is what dense layers make of a user's and a movie's
 * vector side by side. The first layer takes both vectors, each other one what the one before it
 * gives, and the last gives one number.
 *
 * @param userDimension the length of a user's vector, at least 1
 * @param movieDimension the length of a movie's vector, at least 1
 * @param userVectors [users, user dimension], row-major
 * @param movieVectors [movies, movie dimension], row-major
 * @param nobody [user dimension], the vector of nobody in particular, which fold-in starts from
 * @param layers at least one
 * @param scale the scale of the ratings
 * @param objective what it was trained for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record NetworkModel(
    int userDimension,
    int movieDimension,
    float[] userVectors,
    float[] movieVectors,
    float[] nobody,
    List<DenseLayer> layers,
    RatingScale scale,
    NetworkObjective objective)
    implements ScorerModel {

  /** Refuses arrays and layers that do not fit together. */
  public NetworkModel {
    layers = List.copyOf(layers);
    if (userDimension < 1 || movieDimension < 1) {
      throw new IllegalArgumentException(
          "vectors of %d and %d dimensions".formatted(userDimension, movieDimension));
    }
    if (userVectors.length % userDimension != 0
        || movieVectors.length % movieDimension != 0
        || nobody.length != userDimension) {
      throw new IllegalArgumentException(
          "%d, %d and %d numbers do not fit %d and %d dimensions"
              .formatted(
                  userVectors.length,
                  movieVectors.length,
                  nobody.length,
                  userDimension,
                  movieDimension));
    }
    requireChain(layers, userDimension + movieDimension);
  }

  @Override
  public int movieCount() {
    return movieVectors.length / movieDimension;
  }

  @Override
  public int userCount() {
    return userVectors.length / userDimension;
  }

  @Override
  public boolean isFinite() {
    return Numbers.areFinite(userVectors)
        && Numbers.areFinite(movieVectors)
        && Numbers.areFinite(nobody)
        && layers.stream().allMatch(DenseLayer::isFinite);
  }

  /** Refuses layers of which one does not take what the one before it gives. */
  static void requireChain(List<DenseLayer> layers, int inputs) {
    int given = inputs;
    for (DenseLayer layer : layers) {
      if (layer.inputs() != given) {
        throw new IllegalArgumentException(
            "a layer takes %d numbers and gets %d".formatted(layer.inputs(), given));
      }
      given = layer.outputs();
    }
    if (layers.isEmpty() || given != 1) {
      throw new IllegalArgumentException("the layers do not end in one number");
    }
  }
}
