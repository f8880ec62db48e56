package io.matinee.runtime.validation;

import com.google.protobuf.Message;
import java.util.List;

/**
 * A message whose rules protovalidate interprets. Its times are looked at before, since those out
 * of range cannot be computed with.
 */
record InterpretedCheck(Protovalidate protovalidate) implements ValueCheck {
  private static final ValueCheck TIMESTAMP = TimeRuleSet.timestamp();
  private static final ValueCheck DURATION = TimeRuleSet.duration();

  @Override
  public void check(Object message, Violations found) {
    checkTimes((Message) message, found);
    if (found.count() == 0) {
      protovalidate.check(message, found);
    }
  }

  private static void checkTimes(Message message, Violations found) {
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              int before = found.count();
              if (value instanceof Message inner) {
                checkTime(inner, found);
              } else if (value instanceof List<?> items) {
                items.stream()
                    .filter(Message.class::isInstance)
                    .forEach(item -> checkTime((Message) item, found));
              }
              found.within(field.getName(), before);
            });
  }

  private static void checkTime(Message value, Violations found) {
    switch (value.getDescriptorForType().getFullName()) {
      case "google.protobuf.Timestamp" -> TIMESTAMP.check(value, found);
      case "google.protobuf.Duration" -> DURATION.check(value, found);
      default -> checkTimes(value, found);
    }
  }
}
