package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.Timestamp;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.ComputedHoldOut;
import io.matinee.model.split.FoldHoldOut;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.TimeCut;
import io.matinee.proto.model.v1.HeldOutPart;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.CreateSplitMetadata;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.CreateSplitResponse;
import io.matinee.proto.trainer.v1.DeleteSplitRequest;
import io.matinee.proto.trainer.v1.GetSplitRequest;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.LastPerUserHoldOut;
import io.matinee.proto.trainer.v1.LastShareHoldOut;
import io.matinee.proto.trainer.v1.ListSplitsRequest;
import io.matinee.proto.trainer.v1.ListSplitsResponse;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitRule;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class SplitApiTest extends RunningTrainer {
  private static final int USERS = 12;
  private static final int MOVIES = 15;

  @Test
  void holdsOutWhatTheSameRuleOfATrainingDoes() throws Exception {
    RatingsMatrix ratings = ratings(MOVIES);
    String dataset = dataset();
    importRatings(dataset, ratings);
    Map<ComputedHoldOut, SplitRule> rules =
        Map.of(
            new HashHoldOut(.3, "pepper"),
            SplitRule.newBuilder()
                .setHash(
                    io.matinee.proto.trainer.v1.HashHoldOut.newBuilder()
                        .setShare(.3)
                        .setSalt("pepper"))
                .build(),
            new TimeCut(1_005),
            SplitRule.newBuilder().setTimeCut(Timestamp.newBuilder().setSeconds(1_005)).build(),
            new LastPerUser(2),
            SplitRule.newBuilder()
                .setLastPerUser(LastPerUserHoldOut.newBuilder().setCount(2))
                .build(),
            new LastShare(.4),
            SplitRule.newBuilder()
                .setLastShare(LastShareHoldOut.newBuilder().setShare(.4))
                .build());
    for (Map.Entry<ComputedHoldOut, SplitRule> each : rules.entrySet()) {
      Split split = created(dataset, each.getValue());

      RatingsMatrix expected = io.matinee.model.split.Split.of(ratings, each.getKey()).heldOut();
      assertThat(split.getRule()).isEqualTo(each.getValue());
      assertThat(split.getCounts().getRatings()).isEqualTo(ratings.ratingCount());
      assertThat(split.getCounts().getHeldOut()).isEqualTo(expected.ratingCount());
      assertThat(split.getCounts().getUsers()).isEqualTo(expected.activeUserCount());
      assertThat(split.getDigest())
          .as("%s, held out by a file of the same ratings", each.getKey())
          .isEqualTo(created(dataset, ratingsOf(importRatings(dataset(), expected))).getDigest());
      importRatings(dataset, ratings);
    }
  }

  @Test
  void foldsHoldEachRatingOutOnce() throws Exception {
    RatingsMatrix ratings = ratings(MOVIES);
    String dataset = dataset();
    String version = importRatings(dataset, ratings);
    long heldOut = 0;
    for (int fold = 1; fold <= 3; fold++) {
      Split split = created(version, fold(3, fold));

      RatingsMatrix expected =
          io.matinee.model.split.Split.of(ratings, new FoldHoldOut(3, fold, "pepper")).heldOut();
      assertThat(split.getRule()).isEqualTo(fold(3, fold));
      assertThat(split.getCounts().getHeldOut()).isEqualTo(expected.ratingCount());
      assertThat(split.getDigest())
          .isEqualTo(created(dataset, ratingsOf(importRatings(dataset(), expected))).getDigest());
      heldOut += split.getCounts().getHeldOut();
    }
    assertThat(heldOut).isEqualTo(ratings.ratingCount());
    assertRefused(Reason.INVALID_REQUEST, "rule.fold.fold", () -> create(version, fold(3, 4)));
  }

  private static SplitRule fold(int folds, int fold) {
    return SplitRule.newBuilder()
        .setFold(
            io.matinee.proto.trainer.v1.FoldHoldOut.newBuilder()
                .setFoldCount(folds)
                .setFold(fold)
                .setSalt("pepper"))
        .build();
  }

  @Test
  void aSplitIsTheSameWhateverVersionIsTrainedOn() throws Exception {
    String dataset = dataset();
    String first = importRatings(dataset, ratings(MOVIES));
    String second = importRatings(dataset, ratings(MOVIES - 5));
    Split split = created(first, lastPerUser(3));
    String model = model();

    HeldOutPart ofFirst = trained(model, first, split).getHeldOut();
    HeldOutPart ofSecond = trained(model, second, split).getHeldOut();

    assertThat(split.getDatasetVersion()).isEqualTo(first);
    assertThat(ofFirst.getSplit()).isEqualTo(split.getName());
    assertThat(ofFirst.getSplitDigest()).isEqualTo(split.getDigest());
    assertThat(ofFirst.getRatingCount()).isEqualTo(split.getCounts().getHeldOut());
    assertThat(ofFirst.getAbsentRatingCount()).isZero();
    assertThat(ofSecond.getAbsentRatingCount()).isPositive();
    assertThat(ofSecond.toBuilder().clearAbsentRatingCount().build()).isEqualTo(ofFirst);
  }

  @Test
  void aFileOfOtherRatingsIsHeldOutWhole() throws Exception {
    String dataset = dataset();
    importRatings(dataset, ratings(MOVIES));
    String file = "userId,movieId,rating,timestamp\n1,1,5,7\nnew,2,3,8\n3,only-here,2,9\n";
    String test = importText(dataset(), file, ImportOptions.getDefaultInstance());

    Split split = created(dataset, ratingsOf(test));
    ModelVersion version = trained(model(), dataset, split);

    assertThat(split.getRule().getRatingsOf()).isEqualTo(test);
    assertThat(split.getCounts().getHeldOut()).isEqualTo(3);
    assertThat(split.getCounts().getAbsent())
        .isEqualTo(version.getHeldOut().getAbsentRatingCount());
    assertThat(version.getHeldOut().getRatingCount()).isEqualTo(3);
    assertThat(version.getRatingCount() + 3 - split.getCounts().getAbsent())
        .isEqualTo(split.getCounts().getRatings());
  }

  @Test
  void refusesWhatHoldsOutNothingOrEverythingAndTimesThatAreNotThere() throws Exception {
    String dataset = dataset();
    importRatings(dataset, ratings(MOVIES));
    String timeless =
        importText(
            dataset(),
            "userId,movieId,rating\n1,1,5\n1,2,3\n2,1,4\n",
            ImportOptions.getDefaultInstance());
    Timestamp never = Timestamp.newBuilder().setSeconds(4_000_000_000L).build();
    Timestamp always = Timestamp.newBuilder().setSeconds(1).build();

    assertThat(reason(ended(create(dataset, SplitRule.newBuilder().setTimeCut(never).build()))))
        .isEqualTo(Reason.NOTHING_HELD_OUT.name());
    assertThat(reason(ended(create(dataset, SplitRule.newBuilder().setTimeCut(always).build()))))
        .isEqualTo(Reason.NO_RATINGS.name());
    assertThat(reason(ended(create(timeless, SplitRule.newBuilder().setTimeCut(always).build()))))
        .isEqualTo(Reason.NO_TIMESTAMPS.name());
    assertThat(reason(ended(create(timeless, lastPerUser(1)))))
        .isEqualTo(Reason.NO_TIMESTAMPS.name());
  }

  @Test
  void refusesRatingsOnAnotherScale() throws Exception {
    String dataset = dataset();
    importRatings(dataset, ratings(MOVIES));
    RatingScale toTen = RatingScale.newBuilder().setMinimum(1).setMaximum(10).setStep(1).build();
    String test =
        importText(
            dataset(),
            "userId,movieId,rating\n1,1,9\n",
            ImportOptions.newBuilder().setScale(toTen).build());

    assertRefused(
        Reason.INVALID_REQUEST, "rule.ratings_of", () -> create(dataset, ratingsOf(test)));
  }

  @Test
  void refusesRatingsOfAllFoldsOfAFile() throws Exception {
    String dataset = dataset();
    importRatings(dataset, ratings(MOVIES));
    String folds =
        importText(
            dataset(),
            "userId,movieId,rating,Fold\n1,1,5,1\n1,2,5,2\n",
            ImportOptions.getDefaultInstance());

    assertRefused(
        Reason.INVALID_REQUEST, "rule.ratings_of", () -> create(dataset, ratingsOf(folds)));
  }

  @Test
  void listsGetsAndDeletesSplitsWhichNeverChange() throws Exception {
    String dataset = dataset();
    importRatings(dataset, ratings(MOVIES));
    Split one = created(dataset, lastPerUser(1));
    Split two = created(dataset, lastPerUser(2));
    List<String> names = List.of(one.getName(), two.getName()).stream().sorted().toList();

    assertThat(splits().getSplit(get(one.getName())).getSplit()).isEqualTo(one);
    ListSplitsRequest request =
        ListSplitsRequest.newBuilder().setDataset(dataset).setPageSize(1).build();
    ListSplitsResponse page = splits().listSplits(request);
    assertThat(page.getSplitsList()).extracting(Split::getName).containsExactly(names.get(0));
    assertThat(
            splits()
                .listSplits(request.toBuilder().setPageToken(page.getNextPageToken()).build())
                .getSplitsList())
        .extracting(Split::getName)
        .containsExactly(names.get(1));
    CreateSplitRequest again =
        CreateSplitRequest.newBuilder()
            .setDataset(dataset)
            .setSplitId(one.getName().substring(one.getName().lastIndexOf('/') + 1))
            .setRule(lastPerUser(3))
            .build();
    assertRefused(Reason.SPLIT_EXISTS, () -> splits().createSplit(again));
    var unused =
        splits().deleteSplit(DeleteSplitRequest.newBuilder().setName(one.getName()).build());
    assertRefused(Reason.SPLIT_NOT_FOUND, () -> splits().getSplit(get(one.getName())));
    assertRefused(
        Reason.SPLIT_NOT_FOUND,
        () ->
            training()
                .trainModel(
                    plainTraining(model(), dataset)
                        .setHoldOut(HoldOut.newBuilder().setStoredSplit(one.getName()))
                        .build()));
  }

  @Test
  void aRepeatedRequestIsTheSameSplit() throws Exception {
    String dataset = dataset();
    importRatings(dataset, ratings(MOVIES));
    CreateSplitRequest request =
        CreateSplitRequest.newBuilder()
            .setDataset(dataset)
            .setSplitId("last")
            .setRule(lastPerUser(1))
            .setRequestId(UUID.randomUUID().toString())
            .build();
    Operation made = ended(splits().createSplit(request));

    assertThat(splits().createSplit(request)).isEqualTo(made);
    CreateSplitMetadata metadata = made.getMetadata().unpack(CreateSplitMetadata.class);
    assertThat(metadata.getSplit()).isEqualTo(dataset + "/splits/last");
    assertThat(metadata.getStage()).isEqualTo(CreateSplitMetadata.Stage.STAGE_ENDED);
  }

  private ModelVersion trained(String model, String dataset, Split split) throws IOException {
    Operation ended =
        ended(
            training()
                .trainModel(
                    plainTraining(model, dataset)
                        .setHoldOut(HoldOut.newBuilder().setStoredSplit(split.getName()))
                        .build()));
    assertThat(ended.getError().getMessage()).isEmpty();
    return response(ended, TrainModelResponse.class).getModelVersion();
  }

  private Split created(String dataset, SplitRule rule) throws IOException {
    Operation ended = ended(create(dataset, rule));
    assertThat(ended.getError().getMessage()).isEmpty();
    return response(ended, CreateSplitResponse.class).getSplit();
  }

  private Operation create(String dataset, SplitRule rule) {
    return splits()
        .createSplit(
            CreateSplitRequest.newBuilder()
                .setDataset(dataset)
                .setSplitId("s" + UUID.randomUUID())
                .setRule(rule)
                .build());
  }

  private static SplitRule lastPerUser(int count) {
    return SplitRule.newBuilder()
        .setLastPerUser(LastPerUserHoldOut.newBuilder().setCount(count))
        .build();
  }

  private static SplitRule ratingsOf(String version) {
    return SplitRule.newBuilder().setRatingsOf(version).build();
  }

  private static GetSplitRequest get(String name) {
    return GetSplitRequest.newBuilder().setName(name).build();
  }

  /** Ratings of which several of a user are of one second. */
  private static RatingsMatrix ratings(int movies) {
    RatingsMatrix.Builder builder =
        RatingsMatrix.builder(IdDictionary.of(ids(USERS)), IdDictionary.of(ids(movies)));
    for (int user = 0; user < USERS; user++) {
      for (int movie = user % 3; movie < movies; movie += 1 + user % 2) {
        builder.add(user, movie, 1 + (user * movie) % 5, 1_000 + (user + 3 * movie) % 9);
      }
    }
    return builder.build();
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private String importRatings(String dataset, RatingsMatrix ratings) throws IOException {
    StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
    for (int user = 0; user < ratings.userCount(); user++) {
      for (int at = ratings.userStart(user); at < ratings.userEnd(user); at++) {
        rows.append(
            "%s,%s,%s,%d\n"
                .formatted(
                    ratings.users().id(user),
                    ratings.movies().id(ratings.movieAt(at)),
                    ratings.ratingAt(at),
                    ratings.timestampAt(at)));
      }
    }
    return importText(dataset, rows.toString(), ImportOptions.getDefaultInstance());
  }
}
