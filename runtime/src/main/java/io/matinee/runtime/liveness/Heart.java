package io.matinee.runtime.liveness;

import java.util.concurrent.Executor;

/**
 * A thread that the process cannot do without.
 *
 * @param name as in logs
 * @param thread runs something as soon as the thread comes to it, without blocking who asks; it may
 *     refuse with a RuntimeException
 */
public record Heart(String name, Executor thread) {}
