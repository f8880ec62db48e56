package io.matinee.runtime.following;

import io.matinee.runtime.error.Reason;
import java.time.Instant;

/**
 * A load that failed.
 *
 * @param version the version that could not be loaded
 * @param time when it failed
 * @param reason why, from the error catalogue
 * @param message what happened, naming the blob where one is at fault
 */
public record FailedLoad(String version, Instant time, Reason reason, String message) {}
