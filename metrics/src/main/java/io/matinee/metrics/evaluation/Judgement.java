package io.matinee.metrics.evaluation;

import java.util.Optional;

/**
 * What a contestant did, before it is summed up.
 *
 * @param contestant the contestant's id
 * @param lists its lists and their values, if it ranks
 * @param predictions its predictions, if it makes any
 */
record Judgement(
    String contestant, Optional<ListResult> lists, Optional<Predictions> predictions) {}
