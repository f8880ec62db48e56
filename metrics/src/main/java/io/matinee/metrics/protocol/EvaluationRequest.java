package io.matinee.metrics.protocol;

/**
 * What a caller asked for.
 *
 * @param modelVersion "models/{model}/versions/{number}"
 * @param protocol how to evaluate it
 */
public record EvaluationRequest(String modelVersion, EvaluationProtocol protocol) {}
