package io.matinee.runtime.liveness;

import java.util.List;

/** The threads that a part of the process cannot do without; all beans of this type are asked. */
@FunctionalInterface
public interface Hearts {
  /** Returns them, always the same ones. */
  List<Heart> hearts();
}
