package io.matinee.trainer.registry;

/** Hears of each step of publishing. What it throws stops the publication there. */
@FunctionalInterface
public interface PublishingObserver {
  /** A step has been done. */
  void reached(PublishingStep step);
}
