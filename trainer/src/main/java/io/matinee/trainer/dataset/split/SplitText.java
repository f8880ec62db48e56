package io.matinee.trainer.dataset.split;

/** How operations keep the splits that they made: in the form of the contract. */
@FunctionalInterface
public interface SplitText {
  /** Returns a split as the result of the operation that made it. */
  String of(DatasetSplit split);
}
