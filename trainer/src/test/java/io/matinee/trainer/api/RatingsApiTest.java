package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.ListUserRatingsResponse;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.proto.trainer.v1.RecordRatingsResponse;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
class RatingsApiTest extends RunningTrainer {
  @Inject Database database;

  @Test
  void listsWhatWasRecordedNewestFirstAndTheLaterOfTwo() throws Exception {
    String dataset = smallDataset();
    long first = record(dataset, rating("u", "1", 4), rating("u", "2", 3));
    long second = record(dataset, rating("u", "1", 2), rating("v", "1", 5));
    assertThat(second).isGreaterThan(first);
    ListUserRatingsRequest request =
        ListUserRatingsRequest.newBuilder()
            .setDataset(dataset)
            .setUserId("u")
            .setPageSize(1)
            .build();
    ListUserRatingsResponse newest = ratings().listUserRatings(request);
    assertThat(newest.getRatings(0).getMovieId()).isEqualTo("1");
    assertThat(newest.getRatings(0).getRating()).isEqualTo(2f);
    assertThat(newest.getRatings(0).getRevision()).isEqualTo(second);
    ListUserRatingsResponse older =
        ratings()
            .listUserRatings(request.toBuilder().setPageToken(newest.getNextPageToken()).build());
    assertThat(older.getRatingsList()).extracting("movieId").containsExactly("2");
    assertThat(older.getNextPageToken()).isEmpty();
  }

  @Test
  void answersARepeatedRequestWithTheSameRevision() throws Exception {
    RecordRatingsRequest request =
        request(smallDataset(), UUID.randomUUID().toString(), rating("u", "1", 4));
    long revision = ratings().recordRatings(request).getRevision();
    assertThat(ratings().recordRatings(request).getRevision()).isEqualTo(revision);
    ListUserRatingsRequest list =
        ListUserRatingsRequest.newBuilder().setDataset(request.getDataset()).setUserId("u").build();
    assertThat(ratings().listUserRatings(list).getRatingsList()).hasSize(1);
  }

  @Test
  void refusesARatingOffTheScaleAndKeepsNoneOfTheRequest() throws Exception {
    String dataset = smallDataset();
    RecordRatingsRequest request = request(dataset, id(), rating("u", "1", 4), rating("u", "2", 9));
    assertRefused(
        Reason.RATING_OUT_OF_SCALE, "ratings[1].rating", () -> ratings().recordRatings(request));
    ListUserRatingsRequest list =
        ListUserRatingsRequest.newBuilder().setDataset(dataset).setUserId("u").build();
    assertThat(ratings().listUserRatings(list).getRatingsList()).isEmpty();
  }

  @Test
  void answersARepeatedRequestWhateverTheScaleIsByNow() throws Exception {
    String dataset = smallDataset();
    RecordRatingsRequest half = request(dataset, id(), rating("u", "1", .5f));
    long revision = ratings().recordRatings(half).getRevision();
    importSmall(dataset, wholeStarsFrom(1));

    assertThat(ratings().recordRatings(half).getRevision()).isEqualTo(revision);
    assertRefused(
        Reason.RATING_OUT_OF_SCALE,
        "ratings[0].rating",
        () -> ratings().recordRatings(half.toBuilder().setRequestId(id()).build()));
    assertRefused(
        Reason.REQUEST_ID_REUSED,
        "request_id",
        () ->
            ratings().recordRatings(request(dataset, half.getRequestId(), rating("u", "2", .5f))));
  }

  @Test
  void takesARatingOf0ForARating() throws Exception {
    String dataset = smallDataset();
    RecordRatingsRequest zero = request(dataset, id(), rating("u", "1", 0));

    assertRefused(
        Reason.RATING_OUT_OF_SCALE, "ratings[0].rating", () -> ratings().recordRatings(zero));
    importSmall(dataset, wholeStarsFrom(0));
    ratings().recordRatings(zero);
    LiveRating kept =
        ratings()
            .listUserRatings(
                ListUserRatingsRequest.newBuilder().setDataset(dataset).setUserId("u").build())
            .getRatings(0);
    assertThat(kept.hasRating()).isTrue();
    assertThat(kept.getRating()).isZero();
    assertThat(kept.getEventKind()).isEqualTo(EventKind.EVENT_KIND_RATING);
  }

  @Test
  void refusesByNameWhatIsMoreOrLessThanARating() throws Exception {
    String dataset = smallDataset();
    LiveRating plain = rating("u", "1", 4);

    assertRefused(
        Reason.INVALID_REQUEST, "rating", dataset, plain.toBuilder().clearRating().build());
    assertRefused(Reason.UNIMPLEMENTED, "weight", dataset, plain.toBuilder().setWeight(1).build());
    assertRefused(Reason.EVENT_KIND_MISMATCH, "event_kind", dataset, watch("u", "1"));
    record(dataset, plain.toBuilder().setEventKind(EventKind.EVENT_KIND_RATING).build());
  }

  @Test
  void recordsWatchesForADataSetOfWatchesAlone() throws Exception {
    String dataset = dataset();
    importSmall(
        dataset, ImportOptions.newBuilder().setEventKind(EventKind.EVENT_KIND_WATCH).build());
    long revision = record(dataset, watch("u", "1"), watch("u", "2"));
    LiveRating kept =
        ratings()
            .listUserRatings(
                ListUserRatingsRequest.newBuilder().setDataset(dataset).setUserId("u").build())
            .getRatings(0);

    assertThat(kept.toBuilder().clearRateTime().build())
        .isEqualTo(watch("u", "2").toBuilder().setRevision(revision).build());
    RecordRatingsRequest rated = request(dataset, id(), watch("u", "1"), rating("u", "2", 1));
    assertRefused(
        Reason.EVENT_KIND_MISMATCH, "ratings[1].event_kind", () -> ratings().recordRatings(rated));
    RecordRatingsRequest both =
        request(dataset, id(), watch("u", "1").toBuilder().setRating(1).build());
    assertRefused(Reason.INVALID_REQUEST, "ratings[0].rating", () -> ratings().recordRatings(both));
  }

  @Test
  void refusesWhatTheContractForbids() throws Exception {
    String dataset = smallDataset();
    assertRefused(
        Reason.INVALID_REQUEST,
        "ratings[0].rating",
        () -> ratings().recordRatings(request(dataset, id(), rating("u", "1", Float.NaN))));
    assertRefused(
        Reason.INVALID_REQUEST,
        "request_id",
        () -> ratings().recordRatings(request(dataset, "", rating("u", "1", 4))));
    assertRefused(
        Reason.INVALID_REQUEST,
        "request_id",
        () -> ratings().recordRatings(request(dataset, "no-uuid", rating("u", "1", 4))));
    assertRefused(
        Reason.DATASET_NOT_FOUND,
        () -> ratings().recordRatings(request("datasets/unknown", id(), rating("u", "1", 4))));
    assertRefused(
        Reason.DATASET_EMPTY,
        () -> ratings().recordRatings(request(dataset(), id(), rating("u", "1", 4))));
    assertRefused(
        Reason.DATASET_NOT_FOUND,
        () ->
            ratings()
                .listUserRatings(
                    ListUserRatingsRequest.newBuilder()
                        .setDataset("datasets/unknown")
                        .setUserId("u")
                        .build()));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        Long.MIN_VALUE,
        -2_208_988_801L,
        4_133_980_800L,
        10_000_000_000_000L,
        Long.MAX_VALUE
      })
  void refusesATimeOutsideOfTheYearsThatRatingsAreFrom(long seconds) throws Exception {
    LiveRating wild =
        rating("u", "2", 4).toBuilder()
            .setRateTime(Timestamp.newBuilder().setSeconds(seconds))
            .build();
    RecordRatingsRequest request = request(smallDataset(), id(), rating("u", "1", 4), wild);
    StatusRuntimeException failure =
        assertRefused(Reason.INVALID_REQUEST, () -> ratings().recordRatings(request));
    assertThat(ErrorStatus.badRequest(failure).orElseThrow().getFieldViolations(0).getField())
        .startsWith("ratings[1].rate_time");
  }

  @Test
  void keepsIdsOfAnyCharactersButOne() throws Exception {
    String dataset = smallDataset();
    String user = "a\u0001b\n'\"\uD83C\uDFAC";
    record(dataset, rating(user, "\u0001", 4));
    ListUserRatingsRequest list =
        ListUserRatingsRequest.newBuilder().setDataset(dataset).setUserId(user).build();
    assertThat(ratings().listUserRatings(list).getRatingsList())
        .extracting("userId", "movieId")
        .containsExactly(tuple(user, "\u0001"));
    assertRefused(
        Reason.INVALID_REQUEST,
        "ratings[0].user_id",
        () -> record(dataset, rating("a\0b", "m", 4)));
  }

  @Test
  void keepsGoodRatingsThatAreCommittedBesideBadOnes() throws Exception {
    String dataset = smallDataset();
    database.write(
        handle ->
            handle.execute(
                "CREATE TRIGGER refuse BEFORE INSERT ON live_rating WHEN NEW.movie_id = 'poison'"
                    + " BEGIN SELECT RAISE(ABORT, 'poison'); END"));
    try {
      RatingsServiceGrpc.RatingsServiceFutureStub calls =
          RatingsServiceGrpc.newFutureStub(channel).withDeadlineAfter(1, TimeUnit.MINUTES);
      List<ListenableFuture<RecordRatingsResponse>> good = new ArrayList<>();
      List<ListenableFuture<RecordRatingsResponse>> bad = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        good.add(calls.recordRatings(request(dataset, id(), rating("u", "1", 4))));
        bad.add(calls.recordRatings(request(dataset, id(), rating("u", "poison", 4))));
      }
      for (ListenableFuture<RecordRatingsResponse> kept : good) {
        assertThat(kept.get().getRevision()).isPositive();
      }
      assertThat(bad)
          .allSatisfy(
              refused ->
                  assertThatExceptionOfType(ExecutionException.class).isThrownBy(refused::get));
    } finally {
      database.write(handle -> handle.execute("DROP TRIGGER refuse"));
    }
  }

  @Test
  void refusesOtherRatingsUnderARequestIdThatWasUsed() throws Exception {
    String dataset = smallDataset();
    String id = id();
    RecordRatingsRequest first = request(dataset, id, rating("u", "1", 4));
    long revision = ratings().recordRatings(first).getRevision();
    assertThat(ratings().recordRatings(first).getRevision()).isEqualTo(revision);
    assertRefused(
        Reason.REQUEST_ID_REUSED,
        "request_id",
        () -> ratings().recordRatings(request(dataset, id, rating("u", "1", 2))));
  }

  @Test
  void takesARequestIdInCapitalsForTheSame() throws Exception {
    String dataset = smallDataset();
    String id = id();
    long revision =
        ratings().recordRatings(request(dataset, id, rating("u", "1", 4))).getRevision();
    RecordRatingsRequest capitals =
        request(dataset, id.toUpperCase(Locale.ROOT), rating("u", "1", 4));

    assertThat(ratings().recordRatings(capitals).getRevision()).isEqualTo(revision);
  }

  private long record(String dataset, LiveRating... given) {
    return ratings().recordRatings(request(dataset, id(), given)).getRevision();
  }

  private void assertRefused(Reason reason, String field, String dataset, LiveRating event) {
    RecordRatingsRequest request = request(dataset, id(), rating("u", "2", 3), event);
    assertRefused(reason, "ratings[1]." + field, () -> ratings().recordRatings(request));
  }

  private static LiveRating watch(String user, String movie) {
    return LiveRating.newBuilder()
        .setUserId(user)
        .setMovieId(movie)
        .setEventKind(EventKind.EVENT_KIND_WATCH)
        .build();
  }

  private static ImportOptions wholeStarsFrom(int minimum) {
    return ImportOptions.newBuilder()
        .setScale(RatingScale.newBuilder().setMinimum(minimum).setMaximum(5).setStep(1))
        .build();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static RecordRatingsRequest request(
      String dataset, String requestId, LiveRating... given) {
    return RecordRatingsRequest.newBuilder()
        .setDataset(dataset)
        .setRequestId(requestId)
        .addAllRatings(Arrays.asList(given))
        .build();
  }

  private static LiveRating rating(String user, String movie, float rating) {
    return LiveRating.newBuilder().setUserId(user).setMovieId(movie).setRating(rating).build();
  }
}
