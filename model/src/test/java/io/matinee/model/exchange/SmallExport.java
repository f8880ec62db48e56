package io.matinee.model.exchange;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.snapshot.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two movies with whole numbers for ids and three users with names, vectors of length 2. */
final class SmallExport {
  private SmallExport() {}

  static ScorerExport scorer() {
    return new ScorerExport(
        Map.of("algorithm", "als"),
        ExportedSide.ofIds("movie", IdDictionary.of(List.of("7", "10")))
            .withFactors(floats(1, 2, 3, 4), 2)
            .withBias(floats(.5f, -.5f)),
        Optional.of(
            ExportedSide.ofIds("user", IdDictionary.of(List.of("007", "a\ud83d\ude00", "\u00e9")))
                .withFactors(floats(5, 6, 7, 8, 9, 10), 2)
                .withBias(MemorySegment.NULL)),
        List.of(Tensor.of("mean", new float[] {.1f}, 1)));
  }

  static MemorySegment floats(float... values) {
    MemorySegment segment = MemorySegment.ofArray(new byte[values.length * Float.BYTES]);
    for (int at = 0; at < values.length; at++) {
      segment.setAtIndex(LittleEndian.FLOAT, at, values[at]);
    }
    return segment;
  }
}
