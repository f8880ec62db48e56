package io.matinee.model.scoring;

/** A trained scorer on the heap, as training gives it and a snapshot is written from. */
public sealed interface ScorerModel permits BiasModel, FactorModel, NeighbourModel, NetworkModel {

  /** Returns what it was trained for. */
  Objective objective();

  /** Returns the number of movies. */
  int movieCount();

  /** Returns the number of users with a state of their own; 0 if the model holds none. */
  int userCount();

  /**
   * Returns whether all its numbers are finite; a training that diverged leaves some that are not.
   */
  boolean isFinite();
}
