package io.matinee.trainer.registry;

/**
 * Which evaluations are asked for: those to which all of it applies.
 *
 * @param model the id of the subject's model; empty for any
 * @param versionNumber the number of the subject; 0 for any
 * @param protocolDigest the digest of the protocol; empty for any
 */
public record EvaluationFilter(String model, long versionNumber, String protocolDigest) {}
