package io.matinee.bench.faults;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import io.matinee.bench.Figure;
import io.matinee.bench.faults.call.Vocabulary;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Ratings of a time that no calendar has, among good ones: does anybody else hear of them?
 *
 * @param tested the suite
 */
record BadNeighbour(TestedSuite tested) {
  private static final long FAR_OUT_SECONDS = 10_000_000_000_000L;
  private static final int WRITERS = 4;
  private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Records good and bad ratings beside each other. */
  List<Figure> run() throws InterruptedException {
    Writers good = Writers.start(tested.clients(), "beside-bad", WRITERS);
    long end = System.nanoTime() + RUN_NANOS;
    int taken = 0;
    while (System.nanoTime() < end) {
      taken += record() ? 1 : 0;
    }
    good.stop();
    return List.of(
        Figure.reported(
            "good batches beside bad ones", good.sum(RatingWriter::acknowledged), "batches"),
        Figure.atMost(
            "good batches that failed beside bad ones",
            good.sum(RatingWriter::failed),
            "batches",
            0),
        Figure.atMost("bad batches that were taken", taken, "batches", 0));
  }

  private boolean record() {
    RecordRatingsRequest request =
        RecordRatingsRequest.newBuilder()
            .setDataset(Vocabulary.DATASET)
            .setRequestId(UUID.randomUUID().toString())
            .addRatings(
                LiveRating.newBuilder()
                    .setUserId("bad")
                    .setMovieId("1")
                    .setRating(1)
                    .setRateTime(Timestamp.newBuilder().setSeconds(FAR_OUT_SECONDS)))
            .build();
    try {
      tested.clients().ratings().recordRatings(request);
      return true;
    } catch (StatusRuntimeException refused) {
      return false;
    }
  }
}
