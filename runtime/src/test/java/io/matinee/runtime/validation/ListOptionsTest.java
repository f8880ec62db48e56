package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.matinee.proto.model.v1.ListOptions;
import org.junit.jupiter.api.Test;

/** What a request says of a list can override what is stored, since saying nothing is no value. */
class ListOptionsTest {
  @Test
  void everyFieldCanSayNothing() {
    assertThat(ListOptions.getDescriptor().getFields()).isNotEmpty().allMatch(this::canSayNothing);
  }

  private boolean canSayNothing(FieldDescriptor field) {
    boolean isEnum = field.getType() == FieldDescriptor.Type.ENUM;
    return isEnum
        ? field.getEnumType().findValueByNumber(0).getName().endsWith("_UNSPECIFIED")
        : field.hasPresence();
  }
}
