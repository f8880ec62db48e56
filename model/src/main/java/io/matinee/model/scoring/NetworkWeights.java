package io.matinee.model.scoring;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.ratings.RatingScale;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The arrays of a network: its vectors wherever they lie, on the heap or mapped from a file, as
 * 32-bit floats in little-endian order; its layers on the heap. The meaning and the lengths are
 * those of {@link NetworkModel}. The owner of the memory must outlive every scorer of them.
 *
 * @param userDimension the length of a user's vector
 * @param movieDimension the length of a movie's vector
 * @param userVectors [users, user dimension]
 * @param movieVectors [movies, movie dimension]
 * @param nobody [user dimension]
 * @param layers at least one
 * @param scale the scale of the ratings
 * @param objective what the network was trained for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record NetworkWeights(
    int userDimension,
    int movieDimension,
    MemorySegment userVectors,
    MemorySegment movieVectors,
    float[] nobody,
    List<DenseLayer> layers,
    RatingScale scale,
    NetworkObjective objective) {

  /** Copies the list; refuses layers that do not fit the vectors. */
  public NetworkWeights {
    layers = List.copyOf(layers);
    NetworkModel.requireChain(layers, userDimension + movieDimension);
  }

  /** Returns the arrays of a model on the heap, not copied. */
  public static NetworkWeights of(NetworkModel model) {
    return new NetworkWeights(
        model.userDimension(),
        model.movieDimension(),
        MemorySegment.ofArray(model.userVectors()),
        MemorySegment.ofArray(model.movieVectors()),
        model.nobody(),
        model.layers(),
        model.scale(),
        model.objective());
  }

  int movieCount() {
    return Math.toIntExact(movieVectors.byteSize() / movieDimension / Float.BYTES);
  }

  int userCount() {
    return Math.toIntExact(userVectors.byteSize() / userDimension / Float.BYTES);
  }

  float[] userVector(int user) {
    return row(userVectors, user, userDimension);
  }

  float[] movieVector(int movie) {
    return row(movieVectors, movie, movieDimension);
  }

  private static float[] row(MemorySegment matrix, int row, int dimension) {
    float[] vector = new float[dimension];
    long start = (long) row * dimension * Float.BYTES;
    MemorySegment.copy(matrix, LittleEndian.FLOAT, start, vector, 0, dimension);
    return vector;
  }
}
