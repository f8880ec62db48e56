package io.matinee.metrics.evaluation;

import io.matinee.model.snapshot.Manifest;

/**
 * A version as the registry has it.
 *
 * @param name "models/{model}/versions/{number}"
 * @param manifest what it is made of
 */
public record PublishedVersion(String name, Manifest manifest) {}
