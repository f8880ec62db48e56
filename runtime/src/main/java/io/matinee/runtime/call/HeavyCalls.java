package io.matinee.runtime.call;

import com.google.protobuf.Message;

/**
 * Says of a service's requests which take more than about a millisecond to answer, and so must not
 * hold up the others on their event loop. A service with such requests has a bean of this type.
 */
@FunctionalInterface
public interface HeavyCalls {
  /** Returns whether a request is answered on a thread of the pool. */
  boolean isHeavy(Message request);
}
