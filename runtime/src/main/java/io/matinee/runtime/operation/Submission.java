package io.matinee.runtime.operation;

import java.util.Optional;

/**
 * An operation to begin.
 *
 * @param id its id, of letters, digits and dashes
 * @param parent what it works on, a resource name
 * @param request the request that asks for it; empty when that cannot be repeated
 * @param progress the first news of it
 */
public record Submission(String id, String parent, Optional<RequestKey> request, String progress) {}
