package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.model.split.TimeCut;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.LastPerUserHoldOut;
import io.matinee.proto.trainer.v1.LastShareHoldOut;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.runtime.error.FieldProblem;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.setting.GivenValue;
import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.check.DataFinding;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.split.SplitCounts;
import io.matinee.trainer.dataset.split.SplitManifest;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.name.SplitName;
import io.matinee.trainer.store.StoredBlob;
import io.matinee.trainer.training.TrainingRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The defaults of TrainModel. */
class TrainModelReadingTest {
  private static final String DIGEST = "d".repeat(64);
  private static final DatasetVersion DATASET = dataset(DataCheck.NOTHING_COMPARED);

  private static DatasetVersion dataset(DataCheck check) {
    return new DatasetVersion(
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
            Filtering.NONE,
            check,
            List.of(),
            List.of()),
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  void trainsBothDefaultsWhenNothingIsSaid() {
    TrainingRequest request = read(TrainModelRequest.newBuilder());
    assertThat(request.ranking().orElseThrow().algorithm()).isEqualTo("auto");
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
  void aPresetIsTrainedAloneWithWhatIsGivenLaidOverIt() {
    Value two = Value.newBuilder().setNumberValue(2).build();
    TrainingRequest request =
        read(
            TrainModelRequest.newBuilder()
                .setPreset("notebook-001-v1")
                .setRating(AlgorithmChoice.newBuilder().putHyperParameters("epochs", two)));

    assertThat(request.ranking()).isEmpty();
    assertThat(request.preset()).contains("notebook-001-v1");
    assertThat(request.rating().orElseThrow().algorithm()).isEqualTo("embedding-dot");
    assertThat(request.rating().orElseThrow().hyperParameters())
        .isEqualTo(
            Map.of(
                "biases", new GivenValue.Text("none"),
                "link", new GivenValue.Text("identity"),
                "epochs", new GivenValue.Number(2)));
    assertThat(read(TrainModelRequest.newBuilder()).preset()).isEmpty();
  }

  @Test
  void refusesAPresetThatThereIsNotAndScorersBesideOne() {
    assertRefused(
        TrainModelRequest.newBuilder().setPreset("notebook-001-v2-as-written"),
        Reason.UNKNOWN_ALGORITHM,
        "preset");
    assertRefused(
        TrainModelRequest.newBuilder()
            .setPreset("notebook-000")
            .setRanking(AlgorithmChoice.getDefaultInstance()),
        Reason.INVALID_REQUEST,
        "ranking");
    assertRefused(
        TrainModelRequest.newBuilder()
            .setPreset("notebook-000")
            .setRating(AlgorithmChoice.newBuilder().setAlgorithmId("baseline")),
        Reason.INVALID_REQUEST,
        "rating.algorithm_id");
  }

  private static void assertRefused(
      TrainModelRequest.Builder request, Reason reason, String field) {
    assertThatThrownBy(() -> read(request))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.fields()).extracting(FieldProblem::field).containsExactly(field);
            });
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
  void takesASplitOfTheDataSetByNameAndDigest() {
    assertThat(holdOut(HoldOut.newBuilder().setStoredSplit("datasets/movielens/splits/u1")))
        .isEqualTo(StoredSplit.of("datasets/movielens/splits/u1", DIGEST));
    assertThat(
            holdOut(HoldOut.newBuilder().setLastShare(LastShareHoldOut.newBuilder().setShare(.3))))
        .isEqualTo(new LastShare(.3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"datasets/other/splits/u1", "datasets/movielens/splits/one-to-ten"})
  void refusesASplitOfAnotherDataSetOrScale(String split) {
    assertThatThrownBy(() -> holdOut(HoldOut.newBuilder().setStoredSplit(split)))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.INVALID_REQUEST);
              assertThat(refusal.fields())
                  .extracting(FieldProblem::field)
                  .containsExactly("hold_out.stored_split");
            });
  }

  @Test
  void refusesDataWithFindingsToWhoAsksForDataWithoutAlone() {
    DataCheck found =
        new DataCheck(
            "datasets/movielens/versions/0",
            null,
            List.of(new DataFinding(DataFinding.Kind.OLDER, "no rating has a time now")));
    TrainModelRequest plain = TrainModelRequest.newBuilder().setModel("models/movies").build();
    TrainModelRequest careful = plain.toBuilder().setRequireUnremarkableData(true).build();

    assertThat(TrainModelReading.read(plain, dataset(found), TrainModelReadingTest::split))
        .isNotNull();
    assertThat(TrainModelReading.read(careful, DATASET, TrainModelReadingTest::split)).isNotNull();
    assertThatThrownBy(
            () -> TrainModelReading.read(careful, dataset(found), TrainModelReadingTest::split))
        .hasMessageContaining("no rating has a time now")
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DATA_SUSPICIOUS));
  }

  private static io.matinee.model.split.HoldOut holdOut(HoldOut.Builder holdOut) {
    return read(TrainModelRequest.newBuilder().setHoldOut(holdOut)).holdOut();
  }

  private static TrainingRequest read(TrainModelRequest.Builder request) {
    return TrainModelReading.read(
        request.setModel("models/movies").build(), DATASET, TrainModelReadingTest::split);
  }

  private static DatasetSplit split(SplitName name) {
    return new DatasetSplit(
        name,
        new SplitManifest(
            "datasets/movielens/versions/1",
            new TimeCut(1),
            null,
            name.split().equals("u1")
                ? RatingScale.MOVIELENS_HALF_STARS
                : new RatingScale(1, 10, 1),
            new SplitCounts(2, 1, 1, 1, 0),
            DIGEST,
            new StoredBlob(DIGEST, 1)),
        Instant.EPOCH);
  }
}
