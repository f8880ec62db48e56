package io.matinee.trainer.dataset.split;

import io.matinee.model.split.ComputedHoldOut;
import io.matinee.trainer.dataset.version.DatasetVersion;

/** How a split chooses what it holds out. */
public sealed interface SplitRule {

  /**
   * By a rule, among the ratings of the version that the split is made for.
   *
   * @param rule the rule
   */
  record ByRule(ComputedHoldOut rule) implements SplitRule {}

  /**
   * The ratings of another version, wherever it is from: a file that was imported to judge by.
   *
   * @param heldOut the version
   */
  record RatingsOf(DatasetVersion heldOut) implements SplitRule {}
}
