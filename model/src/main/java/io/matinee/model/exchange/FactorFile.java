package io.matinee.model.exchange;

import io.matinee.model.ratings.IdDictionary;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Factors that another program has made: a file of the arrays that {@link NumpyExport} or {@link
 * SafetensorsExport} write, of which biases and mean may be absent. Floats of 64 bits are narrowed.
 */
public final class FactorFile implements Closeable {
  private static final int LONGEST_VECTOR = 4_096;

  private final ArrayFile file;

  private FactorFile(ArrayFile file) {
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableScorerException if it is neither NumPy's archive nor safetensors, or damaged
   */
  public static FactorFile open(Path file) throws IOException {
    return new FactorFile(ArrayFile.open(file));
  }

  /** Returns a text beside the arrays, if there is one of this name. */
  public Optional<String> text(String name) throws IOException {
    return file.text(name);
  }

  /**
   * Returns the length d of the vectors, 1 to 4,096.
   *
   * @throws UnreadableScorerException if those of movies and users are not there, or differ
   */
  public int dimension() throws IOException {
    long movies = width(matrix("movie_factors"));
    long users = width(matrix("user_factors"));
    if (movies != users) {
      throw UnreadableScorerException.of(
          "user_factors",
          "has vectors of length %,d, and movie_factors of %,d; both must have the same"
              .formatted(users, movies));
    }
    return (int) movies;
  }

  /** Returns what is added to every score; 0 where the file does not say it. */
  public float mean() throws IOException {
    return numbers("mean", 1).map(values -> values[0]).orElse(0f);
  }

  /** Returns the least and the greatest rating that the file says, [2]; empty where it does not. */
  public Optional<float[]> scale() throws IOException {
    return numbers("scale", 2);
  }

  private Optional<float[]> numbers(String name, int count) throws IOException {
    Optional<StoredArray> array = file.array(name);
    if (array.isEmpty()) {
      return Optional.empty();
    }
    long found = array.get().shape().stream().reduce(1L, (all, length) -> all * length);
    if (found != count) {
      throw array
          .get()
          .wrong("has the shape %s; it must be [%d]".formatted(array.get().shape(), count));
    }
    try (FloatReader reader = FloatReader.open(array.get())) {
      float[] values = new float[count];
      reader.read(values);
      return Optional.of(values);
    }
  }

  private Optional<StoredArray> bias(String side, long rows) throws IOException {
    Optional<StoredArray> bias = file.array(side + "_bias");
    if (bias.isPresent()
        && (bias.get().shape().isEmpty()
            || bias.get().length(0) != rows
            || bias.get().shape().stream().skip(1).anyMatch(length -> length != 1))) {
      throw bias.get()
          .wrong(
              "has the shape %s; it must be [%d], as there are ids"
                  .formatted(bias.get().shape(), rows));
    }
    return bias;
  }

  /**
   * Reads the movies' or the users' half, in the order of a dictionary.
   *
   * @param side "movie" or "user"
   * @param ids who is wanted
   * @throws UnreadableScorerException if an array is missing, of another type or shape, or not
   *     finite, an id comes twice, or none is one of the dictionary
   */
  public FactorRows read(String side, IdDictionary ids) throws IOException {
    StoredArray factors = matrix(side + "_factors");
    IdRows places = IdRows.read(file, side, ids);
    if (factors.length(0) != places.rows()) {
      throw factors.wrong(
          "has %,d rows, and there are %,d ids; each row needs one"
              .formatted(factors.length(0), places.rows()));
    }
    int dimension = (int) width(factors);
    if ((long) ids.size() * dimension > Integer.MAX_VALUE - 8) {
      throw factors.wrong(
          "makes over 2^31 numbers with the %,d ids of the data set; shorten the vectors"
              .formatted(ids.size()));
    }
    Optional<StoredArray> bias = bias(side, places.rows());
    return new FactorRows(
        places.scatter(factors, dimension, ids.size()),
        bias.isPresent() ? places.scatter(bias.get(), 1, ids.size()) : new float[0],
        places.present(),
        places.unknown(),
        places.example(),
        is64(factors) || bias.map(FactorFile::is64).orElse(false));
  }

  private StoredArray matrix(String name) throws IOException {
    StoredArray array =
        file.array(name)
            .orElseThrow(
                () ->
                    UnreadableScorerException.of(
                        name,
                        "is missing; the file needs movie_ids, movie_factors, user_ids and user_factors"));
    if (array.shape().size() != 2) {
      throw array.wrong("has %d dimensions; it must be [rows, d]".formatted(array.shape().size()));
    }
    width(array);
    return array;
  }

  private static long width(StoredArray matrix) {
    long width = matrix.length(1);
    if (width < 1 || width > LONGEST_VECTOR) {
      throw matrix.wrong(
          "has vectors of length %,d; 1 to %,d are read".formatted(width, LONGEST_VECTOR));
    }
    return width;
  }

  private static boolean is64(StoredArray array) {
    return array.width() == Double.BYTES;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
