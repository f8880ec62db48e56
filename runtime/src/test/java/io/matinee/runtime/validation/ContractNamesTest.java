package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a field is called tells what it holds, by the rule in {@code docs/contracts.md}. */
class ContractNamesTest {
  /** The ends of a data set's ratings, which are times alone, and a rule that is called so. */
  private static final Set<String> OTHER_TIMES =
      Set.of(
          "matinee.trainer.v1.DescribeDatasetResponse.oldest_rating",
          "matinee.trainer.v1.DescribeDatasetResponse.newest_rating",
          "matinee.trainer.v1.HoldOut.time_cut",
          "matinee.trainer.v1.SplitRule.time_cut");

  /** Messages of nothing but counts. */
  private static final Set<String> COUNTS =
      Set.of(
          "matinee.trainer.v1.ImportCounts",
          "matinee.trainer.v1.RemainingCounts",
          "matinee.trainer.v1.SplitCounts",
          "matinee.model.v1.EvaluationCounts");

  @Test
  void everyTimeEndsInTime() {
    assertThat(Contracts.fields().filter(field -> isOf(field, "Timestamp")))
        .isNotEmpty()
        .filteredOn(field -> !OTHER_TIMES.contains(field.getFullName()))
        .allMatch(field -> field.getName().endsWith("_time"));
  }

  @Test
  void everySpanIsADurationAndEndsInDuration() {
    assertThat(Contracts.fields().filter(field -> isOf(field, "Duration")))
        .isNotEmpty()
        .allMatch(field -> field.getName().endsWith("_duration"));
    assertThat(Contracts.fields())
        .noneMatch(field -> field.getName().matches(".*_(seconds|millis|ms)"));
  }

  @Test
  void everyCountEndsInCount() {
    assertThat(Contracts.fields().filter(ContractNamesTest::isOnePlural))
        .filteredOn(field -> !COUNTS.contains(field.getContainingType().getFullName()))
        .allMatch(field -> field.getName().matches("(.+_)?bytes"));
  }

  /** Whether a field is one whole number, named like several of something. */
  private static boolean isOnePlural(FieldDescriptor field) {
    return !field.isRepeated()
        && (field.getJavaType() == JavaType.INT || field.getJavaType() == JavaType.LONG)
        && field.getName().endsWith("s");
  }

  private static boolean isOf(FieldDescriptor field, String type) {
    return field.getJavaType() == JavaType.MESSAGE
        && field.getMessageType().getFullName().equals("google.protobuf." + type);
  }
}
