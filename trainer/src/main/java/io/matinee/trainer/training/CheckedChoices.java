package io.matinee.trainer.training;

import io.matinee.trainer.algorithm.KeptChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run trains, with complete settings.
 *
 * @param ranking the ranker; null for none
 * @param rating the rating predictor; null for none
 */
record CheckedChoices(@Nullable KeptChoice ranking, @Nullable KeptChoice rating) {

  /** Returns what is trained, one or two. */
  List<KeptChoice> all() {
    return Stream.of(Optional.ofNullable(ranking), Optional.ofNullable(rating))
        .flatMap(Optional::stream)
        .toList();
  }
}
