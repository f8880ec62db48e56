package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.runtime.paging.PageToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a caller can send is bounded, by the table in {@code docs/contracts.md}. */
class ContractBoundsTest {
  private static final long REQUEST_ID = 36;
  private static final long DIGEST = 64;
  private static final long FILE_NAME = 255;
  private static final long ID = 256;
  private static final long NAME = 512;
  private static final long TEXT = 4096;
  private static final Set<Long> STRINGS = Set.of(REQUEST_ID, DIGEST, FILE_NAME, ID, NAME, TEXT);
  private static final long CHUNK = 1 << 20;
  private static final long LIST = 1000;
  private static final long VECTOR = 4096;

  @Test
  void boundsEveryStringBytesAndListThatACallerSends() {
    List<Descriptor> requests =
        Contracts.requests().stream().map(Message::getDescriptorForType).toList();
    assertThat(requests)
        .extracting(Descriptor::getFullName)
        .contains(
            "matinee.serving.v1.RecommendRequest",
            "matinee.trainer.v1.UploadDatasetRequest",
            "google.longrunning.ListOperationsRequest");
    assertThat(unbounded(requests)).isEmpty();
  }

  @Test
  void findsWhatHasNone() {
    assertThat(unbounded(List.of(RecommendResponse.getDescriptor())))
        .contains(
            "matinee.serving.v1.RecommendResponse.movies",
            "matinee.serving.v1.RecommendResponse.next_page_token",
            "matinee.model.v1.Movie.genres");
  }

  private static List<String> unbounded(List<Descriptor> messages) {
    List<String> found = new ArrayList<>();
    Set<Descriptor> seen = new HashSet<>();
    messages.forEach(message -> walk(message, seen, found));
    return found;
  }

  private static void walk(Descriptor message, Set<Descriptor> seen, List<String> found) {
    if (!seen.add(message)) {
      return;
    }
    for (FieldDescriptor field : message.getFields()) {
      if (!isBounded(field, StatedRules.of(field))) {
        found.add(field.getFullName());
      }
      FieldDescriptor item =
          field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
      if (item.getJavaType() == FieldDescriptor.JavaType.MESSAGE
          && !ValueBounds.areOf(item.getMessageType())) {
        walk(item.getMessageType(), seen, found);
      }
    }
  }

  private static boolean isBounded(FieldDescriptor field, FieldRules rules) {
    if (field.isMapField()) {
      return isWithin(rules.getMap().getMaxPairs(), LIST)
          && isValueBounded(field.getMessageType().findFieldByNumber(1), rules.getMap().getKeys())
          && isValueBounded(
              field.getMessageType().findFieldByNumber(2), rules.getMap().getValues());
    }
    if (field.isRepeated()) {
      return isWithin(rules.getRepeated().getMaxItems(), isVector(field) ? VECTOR : LIST)
          && isValueBounded(field, rules.getRepeated().getItems());
    }
    return isValueBounded(field, rules);
  }

  private static boolean isVector(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.FLOAT;
  }

  private static boolean isValueBounded(FieldDescriptor field, FieldRules rules) {
    return switch (field.getJavaType()) {
      case STRING ->
          field.getName().equals("page_token")
              ? rules.getString().getMaxBytes() == PageToken.LONGEST
              : STRINGS.contains(rules.getString().getMaxBytes());
      case BYTE_STRING -> isWithin(rules.getBytes().getMaxLen(), CHUNK);
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN, ENUM, MESSAGE -> true;
    };
  }

  private static boolean isWithin(long bound, long greatest) {
    return bound > 0 && bound <= greatest;
  }
}
