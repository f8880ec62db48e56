package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.Value;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.CreateSplitResponse;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.HashHoldOut;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ListAlgorithmsRequest;
import io.matinee.proto.trainer.v1.RatingsColumn;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitRule;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A data set of watches, from its import to a model. */
@QuarkusTest
@Tag("process")
class WatchesApiTest extends RunningTrainer {
  private static final ImportOptions WATCHES =
      ImportOptions.newBuilder().setEventKind(EventKind.EVENT_KIND_WATCH).build();

  @Test
  void areDescribedAndSplitWithoutAnythingOfRatings() throws Exception {
    String version = watches() + "/versions/1";
    DescribeDatasetResponse description =
        datasets().describeDataset(DescribeDatasetRequest.newBuilder().setName(version).build());
    DatasetVersion described = description.getDatasetVersion();

    assertThat(described.getEventKind()).isEqualTo(EventKind.EVENT_KIND_WATCH);
    assertThat(described.hasScale()).isFalse();
    assertThat(described.getCounts().getRatings()).isPositive();
    assertThat(description.hasRatingSpread()).isFalse();
    assertThat(description.hasUnitRatingSpread()).isFalse();
    assertThat(description.hasGlobalMeanRmse()).isFalse();
    assertThat(description.getHistogramList()).isEmpty();
    assertThat(description.getMeanRanking().getMoviesList()).isEmpty();
    assertThat(description.getMostRated(0).hasMeanRating()).isFalse();
    assertThat(description.getMostRated(0).getRatingCount()).isPositive();
    assertThat(description.getMonthsList()).isNotEmpty();
    Operation ended = ended(splits().createSplit(split(version, "fifth").build()));
    Split split = response(ended, CreateSplitResponse.class).getSplit();
    assertThat(split.hasScale()).isFalse();
    assertThat(split.getCounts().getHeldOut()).isPositive();
    String ratings = smallDataset();
    SplitRule ofRatings = SplitRule.newBuilder().setRatingsOf(ratings + "/versions/1").build();
    StatusRuntimeException refusal =
        assertRefused(
            Reason.INVALID_REQUEST,
            () -> splits().createSplit(split(version, "other").setRule(ofRatings).build()));
    assertThat(refusal).hasMessageContaining("holds ratings on the scale 0.5 to 5 by 0.5");
  }

  @Test
  void trainARankerAndNoRatingsUnlessAskedTo() throws Exception {
    String dataset = watches();
    TrainModelRequest plain =
        TrainModelRequest.newBuilder().setModel(model()).setDataset(dataset).build();
    Operation ended = ended(training().trainModel(plain));
    assertThat(ended.getError().getMessage()).isEmpty();
    ModelVersion version = response(ended, TrainModelResponse.class).getModelVersion();

    assertThat(version.getEventKind()).isEqualTo(EventKind.EVENT_KIND_WATCH);
    assertThat(version.getRanking().getTriedRankersList())
        .extracting("algorithmId")
        .contains("als", "popular");
    assertThat(version.hasRating()).isFalse();
    TrainModelRequest named =
        plain.toBuilder()
            .setRating(AlgorithmChoice.newBuilder().setAlgorithmId("baseline"))
            .build();
    assertRefused(
        Reason.EVENT_KIND_MISMATCH, "rating.algorithm_id", () -> training().trainModel(named));
    TrainModelRequest ratings =
        plain.toBuilder().setRating(AlgorithmChoice.getDefaultInstance()).build();
    assertThat(assertRefused(Reason.EVENT_KIND_MISMATCH, () -> training().trainModel(ratings)))
        .hasMessageContaining("biased-mf does not learn from watches")
        .hasMessageContaining("train a ranker alone");
    TrainModelRequest minimum =
        plain.toBuilder()
            .setRanking(
                AlgorithmChoice.newBuilder()
                    .putHyperParameters(
                        "minimum-rating", Value.newBuilder().setNumberValue(4).build()))
            .build();
    assertRefused(
        Reason.HYPER_PARAMETER_INVALID,
        "ranking.hyper_parameters",
        () -> training().trainModel(minimum));
  }

  @Test
  void areLearntFromByTheAlgorithmsThatSaySo() {
    Set<String> taking =
        training()
            .listAlgorithms(ListAlgorithmsRequest.getDefaultInstance())
            .getAlgorithmsList()
            .stream()
            .filter(each -> each.getEventKindsList().contains(EventKind.EVENT_KIND_WATCH))
            .map(Algorithm::getAlgorithmId)
            .collect(Collectors.toSet());
    assertThat(taking)
        .containsExactlyInAnyOrder("als", "auto", "ease", "item-neighbours", "popular");
  }

  @Test
  void takeNeitherAScaleNorAColumnOfRatings() {
    String dataset = dataset();
    RatingScale scale = RatingScale.newBuilder().setMinimum(1).setMaximum(5).setStep(1).build();
    ImportOptions.Builder columns =
        ImportOptions.newBuilder()
            .addColumns(RatingsColumn.RATINGS_COLUMN_USER)
            .addColumns(RatingsColumn.RATINGS_COLUMN_MOVIE);

    assertRefused("options.scale", dataset, WATCHES.toBuilder().setScale(scale).build());
    assertRefused("options.scale", dataset, columns.clone().setScale(scale).build());
    assertRefused(
        "options.columns",
        dataset,
        columns.clone().setEventKind(EventKind.EVENT_KIND_RATING).build());
    assertRefused(
        "options.columns",
        dataset,
        columns
            .clone()
            .addColumns(RatingsColumn.RATINGS_COLUMN_RATING)
            .setEventKind(EventKind.EVENT_KIND_WATCH)
            .build());
    RatingScale ofWatches = RatingScale.newBuilder().setMinimum(1).setMaximum(1).build();
    assertRefused("options.scale", dataset, ImportOptions.newBuilder().setScale(ofWatches).build());
  }

  private void assertRefused(String field, String dataset, ImportOptions options) {
    ImportRatingsRequest request =
        ImportRatingsRequest.newBuilder()
            .setDataset(dataset)
            .setUri(folder.toUri().toString())
            .setOptions(options)
            .build();
    assertRefused(Reason.INVALID_REQUEST, field, () -> datasets().importRatings(request));
  }

  /** Creates a data set with a version of a few watches; returns its name. */
  private String watches() throws Exception {
    String dataset = dataset();
    importSmall(dataset, WATCHES);
    return dataset;
  }

  private static CreateSplitRequest.Builder split(String version, String id) {
    return CreateSplitRequest.newBuilder()
        .setDataset(version)
        .setSplitId(id)
        .setRule(SplitRule.newBuilder().setHash(HashHoldOut.newBuilder().setShare(.2)));
  }
}
