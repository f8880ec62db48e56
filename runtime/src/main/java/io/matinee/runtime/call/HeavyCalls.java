package io.matinee.runtime.call;

import com.google.protobuf.Message;

/**
 * Says of a service's requests which take much longer to answer than the others, and so must not
 * hold those up on their event loop. A service with such requests has a bean of this type.
 */
@FunctionalInterface
public interface HeavyCalls {
  /** A list of more items than this is heavy. */
  int LONG_LIST = 200;

  /** Returns whether a request is answered on a thread of the pool. */
  boolean isHeavy(Message request);
}
