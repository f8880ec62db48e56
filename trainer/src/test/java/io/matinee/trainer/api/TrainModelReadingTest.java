package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.TimeCut;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.LastPerUserHoldOut;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.runtime.error.FieldProblem;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.setting.GivenValue;
import io.matinee.trainer.dataset.form.RatingsForm;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.training.TrainingRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The defaults of TrainModel. */
class TrainModelReadingTest {
  private static final DatasetVersion DATASET =
      new DatasetVersion(
          new DatasetVersionName("movielens", 1),
          "",
          new DatasetManifest(
              DatasetManifest.FORMAT_VERSION,
              RatingsForm.DELIMITED,
              RatingScale.MOVIELENS_HALF_STARS,
              false,
              "ratings.csv",
              0,
              0,
              new ImportCounts(0, 0, 0, 0, 0, 0, 0),
              List.of()),
          Instant.EPOCH);

  @Test
  void trainsBothDefaultsWhenNothingIsSaid() {
    TrainingRequest request = read(TrainModelRequest.newBuilder());
    assertThat(request.ranking().orElseThrow().algorithm()).isEqualTo("als");
    assertThat(request.rating().orElseThrow().algorithm()).isEqualTo("biased-mf");
  }

  @Test
  void aChoiceWithoutAnAlgorithmSetsTheDefault() {
    Value number = Value.newBuilder().setNumberValue(8).build();
    TrainingRequest request =
        read(
            TrainModelRequest.newBuilder()
                .setRating(AlgorithmChoice.newBuilder().putHyperParameters("dimensions", number)));
    assertThat(request.ranking()).isEmpty();
    assertThat(request.rating().orElseThrow().algorithm()).isEqualTo("biased-mf");
    assertThat(request.rating().orElseThrow().hyperParameters())
        .isEqualTo(Map.of("dimensions", new GivenValue.Number(8)));
  }

  @Test
  void aCutWithinASecondHoldsOutFromTheNextOne() {
    Timestamp cut = Timestamp.newBuilder().setSeconds(10).setNanos(1).build();
    assertThat(
            read(TrainModelRequest.newBuilder().setHoldOut(HoldOut.newBuilder().setTimeCut(cut))))
        .extracting(TrainingRequest::holdOut)
        .isEqualTo(new TimeCut(11));
  }

  @Test
  void holdsAFifthOutByHashUnlessAnotherRuleIsGiven() {
    HashHoldOut standard = new HashHoldOut(.2, "");

    assertThat(holdOut(HoldOut.newBuilder())).isEqualTo(standard);
    assertThat(
            holdOut(
                HoldOut.newBuilder()
                    .setHash(io.matinee.proto.trainer.v1.HashHoldOut.getDefaultInstance())))
        .isEqualTo(standard);
    assertThat(
            holdOut(
                HoldOut.newBuilder().setLastPerUser(LastPerUserHoldOut.newBuilder().setCount(3))))
        .isEqualTo(new LastPerUser(3));
    assertThat(
            holdOut(
                HoldOut.newBuilder()
                    .setNone(io.matinee.proto.trainer.v1.NoHoldOut.getDefaultInstance())))
        .isEqualTo(new NoHoldOut());
  }

  @Test
  void refusesAStoredSplitByName() {
    assertThatThrownBy(
            () -> holdOut(HoldOut.newBuilder().setStoredSplit("datasets/movielens/splits/u1")))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.UNIMPLEMENTED);
              assertThat(refusal.fields())
                  .extracting(FieldProblem::field)
                  .containsExactly("hold_out.stored_split");
            });
  }

  private static io.matinee.model.split.HoldOut holdOut(HoldOut.Builder holdOut) {
    return read(TrainModelRequest.newBuilder().setHoldOut(holdOut)).holdOut();
  }

  private static TrainingRequest read(TrainModelRequest.Builder request) {
    return TrainModelReading.read(request.setModel("models/movies").build(), DATASET);
  }
}
