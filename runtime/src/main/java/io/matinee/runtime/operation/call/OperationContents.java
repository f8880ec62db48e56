package io.matinee.runtime.operation.call;

import com.google.protobuf.Message;
import io.matinee.runtime.operation.Operation;

/** What operations carry in the messages of a service's contracts. Thread-safe. */
public interface OperationContents {
  /** Returns how far an operation is. */
  Message metadata(Operation operation);

  /** Returns what an operation that has succeeded made. */
  Message response(Operation operation);
}
