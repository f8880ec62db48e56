package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;

/** A oneof of which a field must be set. */
record OneofCheck(OneofDescriptor oneof) implements ValueCheck {
  @Override
  public void check(Object message, Violations found) {
    if (!((Message) message).hasOneof(oneof)) {
      int before = found.count();
      found.add("required", "exactly one field is required in oneof");
      found.within(oneof.getName(), before);
    }
  }
}
