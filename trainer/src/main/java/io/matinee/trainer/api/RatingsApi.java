package io.matinee.trainer.api;

import io.grpc.stub.StreamObserver;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.ListUserRatingsResponse;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.proto.trainer.v1.RecordRatingsResponse;
import io.matinee.runtime.api.EventKinds;
import io.matinee.runtime.api.RatingEvent;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.OffScale;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.ratings.LiveRating;
import io.matinee.trainer.ratings.LiveRatings;
import io.matinee.trainer.ratings.RatingBatch;
import io.matinee.trainer.ratings.RecordedRating;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** matinee.trainer.v1.RatingsService. */
@GrpcService
@RunOnVirtualThread
public class RatingsApi extends RatingsServiceGrpc.RatingsServiceImplBase {
  private final Datasets datasets;
  private final LiveRatings ratings;
  private final Clock clock;

  @Inject
  RatingsApi(Datasets datasets, LiveRatings ratings, Clock clock) {
    this.datasets = datasets;
    this.ratings = ratings;
    this.clock = clock;
  }

  @Override
  public void recordRatings(
      RecordRatingsRequest request, StreamObserver<RecordRatingsResponse> reply) {
    DatasetName dataset = DatasetName.parse(request.getDataset());
    RatingScale scale = datasets.latest(dataset).manifest().scale();
    RatingBatch batch =
        new RatingBatch(
            dataset.dataset(),
            RequestKey.sameCase(request.getRequestId()),
            RequestDigest.of(request),
            given(request));
    long revision =
        refusal(batch, scale)
            .map(refusal -> ratings.recordedBy(batch).orElseThrow(() -> refusal))
            .orElseGet(() -> recorded(batch));
    reply.onNext(RecordRatingsResponse.newBuilder().setRevision(revision).build());
    reply.onCompleted();
  }

  @Override
  public void listUserRatings(
      ListUserRatingsRequest request, StreamObserver<ListUserRatingsResponse> reply) {
    DatasetName dataset = DatasetName.parse(request.getDataset());
    datasets.get(dataset);
    PageRoom room = PageRoom.of(request.getPageSize());
    Optional<PageToken> start = Page.start(request, request.getPageToken());
    List<RecordedRating> found =
        ratings.ofUser(
            dataset.dataset(),
            request.getUserId(),
            start.map(token -> token.number(0)).orElse(Long.MAX_VALUE),
            start.map(token -> token.index(1)).orElse(0),
            room.mostItems() + 1);
    Page<io.matinee.proto.trainer.v1.LiveRating> page =
        Page.of(
            found,
            room,
            request,
            last -> new Object[] {last.revision(), last.position()},
            RatingsApi::message);
    reply.onNext(
        ListUserRatingsResponse.newBuilder()
            .addAllRatings(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  private List<LiveRating> given(RecordRatingsRequest request) {
    List<LiveRating> given = new ArrayList<>(request.getRatingsCount());
    for (var message : request.getRatingsList()) {
      RatingEvent event =
          new RatingEvent(
              message.hasRating(),
              message.getRating(),
              EventKinds.of(message.getEventKind()),
              message.hasWeight());
      given.add(
          new LiveRating(
              message.getUserId(),
              message.getMovieId(),
              event.kind(),
              event.rating(given.size()),
              message.hasRateTime() ? Times.instant(message.getRateTime()) : clock.instant()));
    }
    return given;
  }

  /** A refusal yet to be thrown: a repeated request is answered whatever the scale is by now. */
  private static Optional<MatineeException> refusal(RatingBatch batch, RatingScale scale) {
    for (int place = 0; place < batch.ratings().size(); place++) {
      LiveRating rating = batch.ratings().get(place);
      Optional<MatineeException> refusal =
          OffScale.refusal(rating.kind(), rating.rating(), scale, place, rating.movie());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private long recorded(RatingBatch batch) {
    try {
      return ratings.record(batch).join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof MatineeException known) {
        throw known;
      }
      throw failure;
    }
  }

  private static io.matinee.proto.trainer.v1.LiveRating message(RecordedRating recorded) {
    LiveRating rating = recorded.rating();
    var message =
        io.matinee.proto.trainer.v1.LiveRating.newBuilder()
            .setUserId(rating.user())
            .setMovieId(rating.movie())
            .setEventKind(EventKinds.of(rating.kind()))
            .setRateTime(Times.of(rating.time()))
            .setRevision(recorded.revision());
    return rating.kind() == EventKind.WATCH
        ? message.build()
        : message.setRating(rating.rating()).build();
  }
}
