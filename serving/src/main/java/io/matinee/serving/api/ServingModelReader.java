package io.matinee.serving.api;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.proto.model.v1.Fallback;
import io.matinee.proto.model.v1.ListOptions;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.runtime.following.ModelReader;
import io.matinee.runtime.following.WarmCalls;
import io.matinee.runtime.paging.PageStart;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/** Turns downloaded versions into what this service answers from. */
@Singleton
public final class ServingModelReader implements ModelReader<ServingModel> {
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
        BlobRole.CATALOGUE, BlobRole.USERS, BlobRole.SEEN, BlobRole.RANKING, BlobRole.RATING);
  }

  @Override
  public ServingModel load(Snapshot snapshot, String versionName) {
    return ServingModel.of(snapshot);
  }

  @Override
  public void warm(ServingModel model) {
    WarmCalls.make(
        clock,
        call -> {
          RecommendRequest request = request(model, call);
          PageStart start = PageStart.of(request, "", "");
          Recommending.recommend(request, start, model, "").toByteArray();
        });
  }

  private static RecommendRequest request(ServingModel model, int call) {
    RecommendRequest.Builder request =
        RecommendRequest.newBuilder()
            .setOptions(ListOptions.newBuilder().setFallback(Fallback.FALLBACK_POPULAR));
    if (call % LONG_LIST_EVERY == 0) {
      request.setPageSize(LONG_LIST);
    }
    model.listings().users(call % Math.max(1, model.lookup().userCount()), 1).indices().stream()
        .findFirst()
        .ifPresent(user -> request.setUserId(model.lookup().userId(user)));
    return request.build();
  }
}
