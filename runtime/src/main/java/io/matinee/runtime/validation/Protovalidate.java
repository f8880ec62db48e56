package io.matinee.runtime.validation;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.Message;

/**
 * Checks a message by interpreting its rules, of whatever kind they are: slow to load and to run.
 */
final class Protovalidate implements ValueCheck {
  private final Validator validator = ValidatorFactory.newBuilder().build();

  @Override
  public void check(Object value, Violations found) {
    Message message = (Message) value;
    try {
      for (var violation : validator.validate(message).getViolations()) {
        add(violation.toProto(), found);
      }
    } catch (ValidationException broken) {
      throw new IllegalStateException(
          "the rules of " + message.getDescriptorForType().getFullName() + " are broken", broken);
    }
  }

  private static void add(build.buf.validate.Violation violation, Violations found) {
    String rule = violation.getRuleId();
    int before = found.count();
    found.add(rule, violation.getMessage().isEmpty() ? rule : violation.getMessage());
    FieldPath path = violation.getField();
    for (FieldPathElement element : path.getElementsList().reversed()) {
      switch (element.getSubscriptCase()) {
        case INDEX -> found.withinItem(element.getIndex(), before);
        case STRING_KEY -> found.withinItem(element.getStringKey(), before);
        case INT_KEY -> found.withinItem(element.getIntKey(), before);
        case UINT_KEY -> found.withinItem(element.getUintKey(), before);
        case BOOL_KEY -> found.withinItem(element.getBoolKey(), before);
        case SUBSCRIPT_NOT_SET -> {}
      }
      found.within(element.getFieldName(), before);
    }
  }
}
