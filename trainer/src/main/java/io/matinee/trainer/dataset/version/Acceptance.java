package io.matinee.trainer.dataset.version;

import java.time.Instant;

/**
 * That a change of the data is meant.
 *
 * @param reason why, as somebody said it
 * @param time when
 */
public record Acceptance(String reason, Instant time) {}
