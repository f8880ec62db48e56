package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Optional;

/**
 * A field of a message.
 *
 * @param field the field
 * @param required whether it must be set
 * @param value what its value must be; fields that know whether they are set are judged when set
 */
record FieldCheck(FieldDescriptor field, boolean required, Optional<ValueCheck> value)
    implements ValueCheck {
  @Override
  public void check(Object message, Violations found) {
    check((Message) message, found);
  }

  private void check(Message message, Violations found) {
    int before = found.count();
    if (required && isUnset(message)) {
      found.add("required", "value is required");
    } else if (value.isPresent() && (!field.hasPresence() || message.hasField(field))) {
      value.get().check(message.getField(field), found);
    }
    if (found.count() > before) {
      found.within(field.getName(), before);
    }
  }

  private boolean isUnset(Message message) {
    return field.isRepeated()
        ? message.getRepeatedFieldCount(field) == 0
        : !message.hasField(field);
  }
}
