package io.matinee.bench.faults;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.bench.faults.call.Vocabulary;
import io.matinee.cli.connection.Clients;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Records a batch of ratings after the other, each of a user of its own, and remembers which were
 * acknowledged. Confined to one thread while it runs.
 */
final class RatingWriter implements Runnable {
  private static final int BATCH = 5;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int PATIENCE_SECONDS = 5;

  private final Clients clients;
  private final String name;
  private final BooleanSupplier goesOn;
  private final List<String> acknowledged = new ArrayList<>();
  private int failed;
  private int bugs;

  /**
   * Makes a writer.
   *
   * @param name unlike that of any other writer of the suite
   * @param goesOn whether another batch is wanted
   */
  RatingWriter(Clients clients, String name, BooleanSupplier goesOn) {
    this.clients = clients;
    this.name = name;
    this.goesOn = goesOn;
  }

  @Override
  public void run() {
    for (int batch = 0; goesOn.getAsBoolean(); batch++) {
      String user = name + "-" + batch;
      try {
        clients
            .ratings()
            .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .recordRatings(batch(user));
        acknowledged.add(user);
      } catch (StatusRuntimeException refused) {
        failed++;
        Status.Code code = refused.getStatus().getCode();
        bugs += code == Status.Code.INTERNAL || code == Status.Code.UNKNOWN ? 1 : 0;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Returns the batches that were acknowledged. */
  int acknowledged() {
    return acknowledged.size();
  }

  /** Returns the calls that failed. */
  int failed() {
    return failed;
  }

  /** Those of them that failed as bugs do. */
  int bugs() {
    return bugs;
  }

  /** Returns how many acknowledged batches are not listed as they were sent. */
  long lost() {
    return acknowledged.stream().filter(user -> !isListed(user)).count();
  }

  private boolean isListed(String user) {
    return clients
            .ratings()
            .listUserRatings(
                ListUserRatingsRequest.newBuilder()
                    .setDataset(Vocabulary.DATASET)
                    .setUserId(user)
                    .build())
            .getRatingsCount()
        == BATCH;
  }

  private static RecordRatingsRequest batch(String user) {
    RecordRatingsRequest.Builder batch =
        RecordRatingsRequest.newBuilder()
            .setDataset(Vocabulary.DATASET)
            .setRequestId(UUID.randomUUID().toString());
    for (int movie = 1; movie <= BATCH; movie++) {
      batch.addRatings(
          LiveRating.newBuilder()
              .setUserId(user)
              .setMovieId(Integer.toString(movie))
              .setRating(movie));
    }
    return batch.build();
  }
}
