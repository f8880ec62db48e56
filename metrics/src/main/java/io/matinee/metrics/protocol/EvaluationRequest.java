package io.matinee.metrics.protocol;

/**
 * What a caller asked for.
 *
 * @param modelVersion "models/{model}/versions/{number}"
 * @param protocol how to evaluate it
 * @param requestId makes a repeated call the same call; empty for none
 */
public record EvaluationRequest(
    String modelVersion, EvaluationProtocol protocol, String requestId) {}
