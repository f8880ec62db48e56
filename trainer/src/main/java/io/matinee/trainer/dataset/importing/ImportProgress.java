package io.matinee.trainer.dataset.importing;

import java.time.Instant;

/**
 * News of an import; kept as JSON.
 *
 * @param stage what is being done: queued, reading, writing, publishing
 * @param startTime when it was asked for
 */
public record ImportProgress(String stage, Instant startTime) {}
