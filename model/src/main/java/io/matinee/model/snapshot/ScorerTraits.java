package io.matinee.model.snapshot;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be expected of the scorers of an algorithm. Immutable.
 *
 * @param servable whether readers score exactly as the training does; else for evaluation only
 * @param device what it is trained on, e.g. "cpu"
 * @param lacks what it cannot give
 */
public record ScorerTraits(boolean servable, String device, Set<Lack> lacks) {

  /** Copies the set, into the order of the enum. */
  public ScorerTraits {
    EnumSet<Lack> ordered = EnumSet.noneOf(Lack.class);
    ordered.addAll(lacks);
    lacks = Collections.unmodifiableSet(ordered);
  }

  /** Returns those of one that was trained on a device. */
  public ScorerTraits on(String trainedOn) {
    return new ScorerTraits(servable, trainedOn, lacks);
  }

  /** Returns those of a scorer that is trained on the processor and served. */
  public static ScorerTraits lacking(Lack... lacks) {
    return new ScorerTraits(true, "cpu", Set.of(lacks));
  }
}
