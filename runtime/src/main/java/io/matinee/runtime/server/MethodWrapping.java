package io.matinee.runtime.server;

import io.grpc.ServerMethodDefinition;

/**
 * Changes every method before the server takes it, e.g. how its requests are parsed. Beans of this
 * type are found by {@link ServerSetup}.
 */
@FunctionalInterface
public interface MethodWrapping {
  /** Returns a method of the same name that takes the place of the given one. */
  <Q, R> ServerMethodDefinition<?, R> wrap(ServerMethodDefinition<Q, R> method);
}
