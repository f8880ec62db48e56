package io.matinee.trainer.training;

import io.matinee.trainer.algorithm.KeptChoice;
import org.jspecify.annotations.Nullable;

/**
 * What a run trains, with complete settings.
 *
 * @param ranking the ranker; null for none
 * @param rating the rating predictor; null for none
 */
record CheckedChoices(@Nullable KeptChoice ranking, @Nullable KeptChoice rating) {}
