package io.matinee.model.snapshot;

/**
 * Tells the error that the virtual machine throws where a mapped file cannot be read: it became
 * shorter, or its disk failed. The machine goes on; only what was read there is worth nothing.
 */
public final class MappingFault {
  private static final String TEXT = "unsafe memory access";

  private MappingFault() {}

  /** Returns whether this very error, not one of its causes, comes from a mapped file. */
  public static boolean isFault(Throwable failure) {
    return failure instanceof InternalError error
        && error.getMessage() != null
        && error.getMessage().contains(TEXT);
  }
}
