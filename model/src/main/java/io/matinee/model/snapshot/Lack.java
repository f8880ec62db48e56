package io.matinee.model.snapshot;

/** What a scorer may be unable to give. */
public enum Lack {
  /** Its scores order movies and stand for no rating. */
  RATINGS,
  /** It knows the users of its training alone: ratings of others change nothing. */
  FOLD_IN,
  /** Its movies have no vectors: no embeddings, and no similarity in a space of its own. */
  VECTORS
}
