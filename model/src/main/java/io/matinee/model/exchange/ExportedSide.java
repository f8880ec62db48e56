package io.matinee.model.exchange;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.snapshot.Tensor;
import io.matinee.model.snapshot.TensorType;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/**
 * What a scorer holds of its movies, or of its users: a row each, in the order of the ids.
 *
 * @param name "movie" or "user", which begins the names of its arrays
 * @param ids who the rows are of
 * @param factors f32 [rows, d]; empty where there are no vectors
 * @param bias f32 [rows]; empty where there are no biases
 */
public record ExportedSide(
    String name, IdDictionary ids, Optional<Tensor> factors, Optional<Tensor> bias) {

  /** A side of ids alone. */
  static ExportedSide ofIds(String name, IdDictionary ids) {
    return new ExportedSide(name, ids, Optional.empty(), Optional.empty());
  }

  /**
   * Returns the same with biases.
   *
   * @param values f32 [rows], or empty for zeros
   */
  ExportedSide withBias(MemorySegment values) {
    MemorySegment all =
        values.byteSize() == 0 ? MemorySegment.ofArray(new float[ids.size()]) : values;
    Tensor bias = Tensor.ofAll(name + "_bias", TensorType.F32, all);
    return new ExportedSide(name, ids, factors, Optional.of(bias));
  }

  /**
   * Returns the same with vectors.
   *
   * @param values f32 [rows, d]
   */
  ExportedSide withFactors(MemorySegment values, int dimension) {
    List<Long> shape = List.of((long) ids.size(), (long) dimension);
    Tensor vectors = new Tensor(name + "_factors", TensorType.F32, shape, values);
    return new ExportedSide(name, ids, Optional.of(vectors), bias);
  }

  /** Returns the ids as numbers, [rows]; empty unless each is a whole number as it is printed. */
  public Optional<long[]> numericIds() {
    long[] numbers = new long[ids.size()];
    for (int row = 0; row < numbers.length; row++) {
      Optional<Long> number = WrittenNumber.of(ids.id(row));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers[row] = number.get();
    }
    return Optional.of(numbers);
  }

  /** Returns the bias of a row; 0 where there are none. */
  public float bias(int row) {
    return bias.map(all -> all.data().getAtIndex(LittleEndian.FLOAT, row)).orElse(0f);
  }

  /** Returns the length d of the vectors; 0 where there are none. */
  public int dimension() {
    return factors.map(all -> Math.toIntExact(all.shape().getLast())).orElse(0);
  }

  /** Returns a copy of a row's vector, [d]. */
  public float[] vector(int row) {
    float[] vector = new float[dimension()];
    long start = (long) row * vector.length * Float.BYTES;
    factors.ifPresent(
        all -> MemorySegment.copy(all.data(), LittleEndian.FLOAT, start, vector, 0, vector.length));
    return vector;
  }
}
