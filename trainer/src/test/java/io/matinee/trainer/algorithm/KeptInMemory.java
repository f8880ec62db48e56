package io.matinee.trainer.algorithm;

import io.matinee.model.snapshot.Epoch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checkpoints of every epoch, of which the last is kept. */
public final class KeptInMemory implements Checkpoints {

  private @Nullable State last;

  /** Keeps nothing yet. */
  public KeptInMemory() {}

  @Override
  public Optional<Saved> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void keep(List<Epoch> learningCurve, Consumer<Sink> state) {
    State kept = new State(List.copyOf(learningCurve), new HashMap<>(), new HashMap<>());
    state.accept(kept);
    last = kept;
  }

  private record State(
      List<Epoch> learningCurve, Map<String, Double> numbers, Map<String, float[]> arrays)
      implements Sink, Saved {

    @Override
    public void number(String name, double value) {
      numbers.put(name, value);
    }

    @Override
    public void array(String name, float[] values) {
      arrays.put(name, values.clone());
    }

    @Override
    public double number(String name) {
      return Objects.requireNonNull(numbers.get(name), name);
    }

    @Override
    public float[] array(String name) {
      return Objects.requireNonNull(arrays.get(name), name);
    }
  }
}
