package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field that a caller sends says whether it must (<a
 * href="https://google.aip.dev/203">AIP-203</a>), and what it says is what is checked.
 */
class FieldBehaviourTest {
  private static final Set<FieldBehavior> NEEDED =
      Set.of(FieldBehavior.REQUIRED, FieldBehavior.IDENTIFIER);

  private final RequestRules rules = new RequestRules();

  static Stream<Message> messages() {
    Set<Message> found = new HashSet<>();
    Contracts.requests().forEach(request -> addOurs(request, found));
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatIsRequiredIsWhatMayNotBeLeftOut(Message empty) {
    Set<String> refused =
        rules.violations(empty).stream().map(Violation::field).collect(Collectors.toSet());

    for (FieldDescriptor field : empty.getDescriptorForType().getFields()) {
      List<FieldBehavior> behaviour =
          field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior);
      assertThat(behaviour).as(field.getFullName()).hasSize(1);
      assertThat(NEEDED.contains(behaviour.getFirst()))
          .as("%s must be there", field.getFullName())
          .isEqualTo(refused.contains(field.getName()));
    }
  }

  private static void addOurs(Message message, Set<Message> found) {
    if (!message.getDescriptorForType().getFullName().startsWith("matinee.")
        || !found.add(message)) {
      return;
    }
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField()) {
        addOurs(message.newBuilderForType().newBuilderForField(field).build(), found);
      }
    }
  }
}
