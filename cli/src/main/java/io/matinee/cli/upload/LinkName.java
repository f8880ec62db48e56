package io.matinee.cli.upload;

import io.matinee.proto.trainer.v1.ScorerLink;

/** How scores become ratings, by names on the command line. */
public enum LinkName {
  /** They are ratings. */
  identity(ScorerLink.SCORER_LINK_IDENTITY),
  /** Through the logistic function. */
  scaled_sigmoid(ScorerLink.SCORER_LINK_SCALED_SIGMOID),
  /** They are none. */
  none(ScorerLink.SCORER_LINK_NONE);

  private final ScorerLink contract;

  LinkName(ScorerLink contract) {
    this.contract = contract;
  }

  /** Returns the link as the contracts name it. */
  public ScorerLink contract() {
    return contract;
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().replace('_', '-');
  }
}
