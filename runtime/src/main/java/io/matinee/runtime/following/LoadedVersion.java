package io.matinee.runtime.following;

import java.time.Instant;

/**
 * A version that answers calls.
 *
 * @param name its resource name
 * @param time since when it does
 * @param ratingsRevision the revision of the live ratings in the data set that it was trained on; 0
 *     for none
 */
public record LoadedVersion(String name, Instant time, long ratingsRevision) {}
