package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;

/**
 * A message whose rules protovalidate interprets. What is asked of values beyond their contract is
 * looked at before: times out of range cannot be computed with.
 */
record InterpretedCheck(Protovalidate protovalidate) implements ValueCheck {
  private static final ValueCheck TIMESTAMP = TimeRuleSet.timestamp();
  private static final ValueCheck DURATION = TimeRuleSet.duration();

  @Override
  public void check(Object message, Violations found) {
    checkFields((Message) message, found);
    if (found.count() == 0) {
      protovalidate.check(message, found);
    }
  }

  private static void checkFields(Message message, Violations found) {
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      int before = found.count();
      if (field.getValue() instanceof List<?> items) {
        items.forEach(item -> checkValue(item, found));
      } else {
        checkValue(field.getValue(), found);
      }
      found.within(field.getKey().getName(), before);
    }
  }

  private static void checkValue(Object value, Violations found) {
    switch (value) {
      case String text -> PlainText.UNRULED.check(text, found);
      case Message message -> checkMessage(message, found);
      default -> {
        // Nothing is asked of other values but by their contract.
      }
    }
  }

  private static void checkMessage(Message value, Violations found) {
    switch (value.getDescriptorForType().getFullName()) {
      case "google.protobuf.Timestamp" -> TIMESTAMP.check(value, found);
      case "google.protobuf.Duration" -> DURATION.check(value, found);
      default -> checkFields(value, found);
    }
  }
}
