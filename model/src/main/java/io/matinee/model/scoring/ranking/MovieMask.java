package io.matinee.model.scoring.ranking;

/** Which movies may enter a list. */
@FunctionalInterface
public interface MovieMask {

  /** Whether the movie at this index may enter. */
  boolean allows(int movie);
}
