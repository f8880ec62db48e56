package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.Int32Rules;
import build.buf.validate.StringRules;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.matinee.runtime.paging.PageSize;
import io.matinee.runtime.paging.PageToken;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every list is paged by one rule, that of {@code docs/contracts.md}. */
class PagingRulesTest {
  private static final FieldRules SIZE =
      FieldRules.newBuilder()
          .setInt32(Int32Rules.newBuilder().setGte(0).setLte(PageSize.LARGEST))
          .build();

  private static final FieldRules TOKEN =
      FieldRules.newBuilder()
          .setString(StringRules.newBuilder().setMaxBytes(PageToken.LONGEST))
          .build();

  @Test
  void holdsThePageSizeOfEveryListToOneRule() {
    assertThat(fields("page_size"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            size -> {
              assertThat(size.getType()).isEqualTo(FieldDescriptor.Type.INT32);
              assertThat(size.hasPresence()).isFalse();
              assertThat(StatedRules.of(size)).isEqualTo(SIZE);
            });
  }

  @Test
  void holdsThePageTokenOfEveryListToOneRule() {
    assertThat(fields("page_token"))
        .hasSizeGreaterThan(10)
        .allSatisfy(token -> assertThat(StatedRules.of(token)).isEqualTo(TOKEN));
  }

  @Test
  void continuesEveryListThatHasAPageSize() {
    assertThat(fields("page_size"))
        .extracting(FieldDescriptor::getContainingType)
        .isEqualTo(fields("page_token").stream().map(FieldDescriptor::getContainingType).toList());
  }

  private static List<FieldDescriptor> fields(String name) {
    return Contracts.requests().stream()
        .map(Message::getDescriptorForType)
        .map((Descriptor request) -> request.findFieldByName(name))
        .filter(Objects::nonNull)
        .toList();
  }
}
