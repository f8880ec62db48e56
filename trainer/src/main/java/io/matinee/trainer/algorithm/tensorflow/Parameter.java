package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import org.tensorflow.Operation;
import org.tensorflow.Output;

/** A weight of a network with its optimiser's state. */
interface Parameter {

  /** Returns its name, unique in its network. */
  String name();

  /** Sets it and its optimiser's state to their first values, by a seed [2] of its own. */
  List<Operation> initialise(Output<?> seed);

  /** Returns the whole of it, [rows, columns], once the given operations have run. */
  Output<?> value(List<Operation> after);
}
