package io.matinee.serving.api;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.proto.serving.v1.Fallback;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.runtime.following.ModelReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Turns downloaded versions into what this service answers from. */
@Singleton
public final class ServingModelReader implements ModelReader<ServingModel> {
  private static final int WARM_CALLS = 1_000;
  private static final Duration WARM_TIME = Duration.ofMillis(800);

  /** Every so many warm calls one asks for a long list, whose scores are found another way. */
  private static final int LONG_LIST_EVERY = 20;

  private static final int LONG_LIST = 1_000;

  private final Clock clock;

  ServingModelReader(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Set<BlobRole> roles() {
    return EnumSet.of(
        BlobRole.CATALOGUE,
        BlobRole.USERS,
        BlobRole.SEEN,
        BlobRole.RANKING_FACTORS,
        BlobRole.RATING_FACTORS);
  }

  @Override
  public ServingModel load(Snapshot snapshot, String versionName) {
    return ServingModel.of(snapshot);
  }

  /**
   * Answers real requests until the code that answers is compiled, so that the first caller waits
   * no longer than the others: a thousand calls, or .8 s of them.
   */
  @Override
  public void warm(ServingModel model) {
    Instant end = clock.instant().plus(WARM_TIME);
    for (int call = 0; call < WARM_CALLS && clock.instant().isBefore(end); call++) {
      RecommendRequest request = request(model, call);
      PageStart start = PageStart.of(request, "", "");
      Recommending.recommend(request, start, model, "").toByteArray();
    }
  }

  private static RecommendRequest request(ServingModel model, int call) {
    RecommendRequest.Builder request =
        RecommendRequest.newBuilder().setFallback(Fallback.FALLBACK_POPULAR);
    if (call % LONG_LIST_EVERY == 0) {
      request.setPageSize(LONG_LIST);
    }
    model.listings().users(call % Math.max(1, model.lookup().userCount()), 1).indices().stream()
        .findFirst()
        .ifPresent(user -> request.setUserId(model.lookup().userId(user)));
    return request.build();
  }
}
