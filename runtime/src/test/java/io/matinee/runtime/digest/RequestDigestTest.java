package io.matinee.runtime.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestDigestTest {
  private static final TrainModelRequest REQUEST =
      TrainModelRequest.newBuilder().setModel("models/m").setDataset("datasets/d").build();

  @Test
  void isTheSameUnderEveryRequestId() {
    assertThat(RequestDigest.of(REQUEST.toBuilder().setRequestId("once").build()))
        .isEqualTo(RequestDigest.of(REQUEST))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void isAnotherForAnotherRequest() {
    assertThat(RequestDigest.of(REQUEST.toBuilder().setSeed(1).build()))
        .isNotEqualTo(RequestDigest.of(REQUEST));
  }

  @Test
  void isAnotherForAnotherMethod() {
    assertThat(RequestDigest.of(GetDatasetRequest.newBuilder().setName("n").build()))
        .isNotEqualTo(RequestDigest.of(GetModelVersionRequest.newBuilder().setName("n").build()));
  }

  @Test
  void doesNotDependOnTheOrderOfMaps() {
    Map<String, Value> there = new LinkedHashMap<>();
    Map<String, Value> back = new LinkedHashMap<>();
    IntStream.range(0, 60)
        .forEach(i -> there.put("key" + i, Value.newBuilder().setNumberValue(i).build()));
    there.keySet().stream()
        .toList()
        .reversed()
        .forEach(key -> back.put(key, Objects.requireNonNull(there.get(key))));
    assertThat(RequestDigest.of(training(there))).isEqualTo(RequestDigest.of(training(back)));
  }

  private static TrainModelRequest training(Map<String, Value> settings) {
    return REQUEST.toBuilder()
        .setRanking(AlgorithmChoice.newBuilder().putAllHyperParameters(settings))
        .build();
  }
}
