package io.matinee.cli.view;

import io.matinee.proto.trainer.v1.HyperParameter;
import io.matinee.proto.trainer.v1.RealKind;
import io.matinee.proto.trainer.v1.WholeKind;
import io.matinee.proto.trainer.v1.WholeListKind;
import java.math.BigDecimal;

/** The values that a hyper-parameter may have, in words. */
final class AllowedValues {

  private AllowedValues() {}

  static String of(HyperParameter parameter) {
    return switch (parameter.getKindCase()) {
      case WHOLE -> of(parameter.getWhole());
      case REAL -> of(parameter.getReal());
      case CHOICE -> String.join(", ", parameter.getChoice().getChoicesList());
      case FLAG -> "true, false";
      case WHOLE_LIST -> of(parameter.getWholeList());
      case KIND_NOT_SET -> "";
    };
  }

  private static String of(WholeKind kind) {
    return "whole"
        + (kind.hasMinimum() ? " from " + kind.getMinimum() : "")
        + (kind.hasMaximum() ? " to " + kind.getMaximum() : "");
  }

  private static String of(RealKind kind) {
    return "real"
        + (kind.hasMinimum() ? " from " + plain(kind.getMinimum()) : "")
        + (kind.hasMaximum() ? " to " + plain(kind.getMaximum()) : "")
        + (kind.getLogScale() ? ", log scale" : "");
  }

  private static String of(WholeListKind kind) {
    WholeKind.Builder each = WholeKind.newBuilder();
    if (kind.hasMinimum()) {
      each.setMinimum(kind.getMinimum());
    }
    if (kind.hasMaximum()) {
      each.setMaximum(kind.getMaximum());
    }
    return "at most " + kind.getMaximumCount() + ", " + of(each.build());
  }

  /** Returns a number without an exponent. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
