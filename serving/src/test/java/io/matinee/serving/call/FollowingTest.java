package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.SampleVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class FollowingTest extends RunningService {
  private static final SampleVersion OTHER = new SampleVersion(12, 150, 16, 20, 8);

  /** Served by no test, so that no blob of it is in the cache. */
  private static final SampleVersion FRESH = new SampleVersion(12, 150, 16, 20, 9);

  @Test
  void saysWhatIsLoaded() {
    String version = serve(CONTENT);

    assertThat(alias().getLoaded().getModelVersion()).isEqualTo(version);
    assertThat(alias().getTargetVersion()).isEqualTo(version);
    assertThat(alias().getAlias()).isEqualTo("models/movies/aliases/production");
    assertThat(status().getReady()).isTrue();
    assertThat(alias().getLoaded().hasLoadTime()).isTrue();
  }

  @Test
  void isNotReadyWhenTheAliasPointsAtNothing() {
    serve(CONTENT);
    registry.clearAlias();
    registry.awaitReport(status -> status.getLoaded().getModelVersion().isEmpty());

    assertRefused(this::recommend, Reason.MODEL_NOT_READY, null);
    assertThat(status().getReady()).isFalse();
  }

  @Test
  void keepsTheOldVersionWhenABlobOfTheNewOneIsCorrupt() {
    String good = serve(CONTENT);
    String bad = registry.publish(FRESH.content());
    registry.flipByte(bad, "ranking");
    registry.setAlias(bad);
    FollowedAlias report =
        registry.awaitReport(status -> status.getLastFailedLoad().getModelVersion().equals(bad));

    assertThat(report.getLastFailedLoad().getReason()).isEqualTo(ErrorReason.BLOB_CORRUPT);
    assertThat(report.getLastFailedLoad().getMessage()).contains("ranking");
    assertThat(recommend().getModelVersion()).isEqualTo(good);
    assertThat(alias().getLoaded().getModelVersion()).isEqualTo(good);
    assertThat(alias().getTargetVersion()).isEqualTo(bad);
  }

  @Test
  void answersEveryCallFromOneVersionWhileVersionsChange() throws Exception {
    Map<String, String> firstMovies = new HashMap<>();
    String first = serve(CONTENT);
    firstMovies.put(first, firstMovie(recommend()));
    String second = serve(OTHER.content());
    firstMovies.put(second, firstMovie(recommend()));
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch calling = new CountDownLatch(3);

    try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
      Callable<Integer> caller = () -> callUntil(over, calling, firstMovies);
      List<Future<Integer>> calls =
          List.of(callers.submit(caller), callers.submit(caller), callers.submit(caller));
      calling.await();
      for (int swap = 0; swap < 6; swap++) {
        String target = swap % 2 == 0 ? first : second;
        registry.setAlias(target);
        registry.awaitReport(status -> status.getLoaded().getModelVersion().equals(target));
      }
      over.set(true);
      for (Future<Integer> count : calls) {
        assertThat(count.get()).isPositive();
      }
    }
    assertThat(Set.copyOf(firstMovies.values())).as("the versions differ").hasSize(2);
  }

  private int callUntil(
      AtomicBoolean over, CountDownLatch calling, Map<String, String> firstMovies) {
    int calls = 0;
    while (!over.get()) {
      RecommendResponse response = recommend();
      assertThat(firstMovie(response)).isEqualTo(firstMovies.get(response.getModelVersion()));
      if (++calls == 1) {
        calling.countDown();
      }
    }
    return calls;
  }

  private static String firstMovie(RecommendResponse response) {
    return response.getMovies(0).getMovie().getMovieId();
  }
}
