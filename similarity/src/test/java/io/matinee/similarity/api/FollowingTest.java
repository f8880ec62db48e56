package io.matinee.similarity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;
import io.matinee.proto.similarity.v1.GetIndexRequest;
import io.matinee.proto.similarity.v1.GetIndexResponse;
import io.matinee.proto.similarity.v1.IndexedSpace;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class FollowingTest extends RunningService {
  private static final int CALLERS = 4;
  private static final int SWAPS = 10;

  @Test
  void isNotReadyWithoutAModelButTellsItsStatus() {
    registry.clearAlias();
    registry.awaitReport(status -> status.getLoaded().getModelVersion().isEmpty());

    StatusRuntimeException failure = failure(request(STAR_WARS));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(ErrorStatus.reason(failure)).contains(Reason.MODEL_NOT_READY);
    StatusRuntimeException noIndex =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> stub().getIndex(GetIndexRequest.getDefaultInstance()));
    assertThat(ErrorStatus.reason(noIndex)).contains(Reason.MODEL_NOT_READY);
    assertThat(alias().getAlias()).isEqualTo("models/movies/aliases/production");
    assertThat(alias().getLoaded().getModelVersion()).isEmpty();
  }

  @Test
  void answersByTheNamedAliasAndRefusesOneThatItDoesNotFollow() {
    String followed = "models/movies/aliases/production";
    assertThat(find(request(STAR_WARS).setAlias(followed)).getModelVersion()).isEqualTo(version);

    String other = "models/movies/aliases/other";
    StatusRuntimeException failure = failure(request(STAR_WARS).setAlias(other));
    assertThat(ErrorStatus.reason(failure)).contains(Reason.ALIAS_NOT_FOLLOWED);
    StatusRuntimeException noIndex =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> stub().getIndex(GetIndexRequest.newBuilder().setAlias(other).build()));
    assertThat(ErrorStatus.reason(noIndex)).contains(Reason.ALIAS_NOT_FOLLOWED);
  }

  @Test
  void goesOnWithTheOldVersionWhenTheNewOneIsCorrupt() {
    String corrupt = registry.publishTiny(2);
    registry.flipByte(corrupt, "ranking");
    registry.setAlias(corrupt);
    registry.awaitReport(status -> status.getLastFailedLoad().getModelVersion().equals(corrupt));

    assertThat(find(request(STAR_WARS)).getModelVersion()).isEqualTo(version);
    assertThat(alias().getLastFailedLoad().getReason()).isEqualTo(ErrorReason.BLOB_CORRUPT);
    assertThat(alias().getLastFailedLoad().getMessage()).contains("ranking");
    assertThat(alias().getLoaded().getModelVersion()).isEqualTo(version);
    assertThat(alias().getTargetVersion()).isEqualTo(corrupt);
  }

  @Test
  void saysOfAVersionWithoutVectorsThatItHasNone() {
    String ratingOnly = registry.publish(withoutRanking());
    registry.setAlias(ratingOnly);
    registry.awaitReport(status -> status.getLoaded().getModelVersion().equals(ratingOnly));

    StatusRuntimeException failure =
        catchThrowableOfType(StatusRuntimeException.class, () -> find(request(STAR_WARS)));
    assertThat(ErrorStatus.reason(failure)).contains(Reason.NO_VECTORS);
    GetIndexResponse index = stub().getIndex(GetIndexRequest.getDefaultInstance());
    assertThat(index.getModelVersion()).isEqualTo(ratingOnly);
    assertThat(index.getSpacesList())
        .extracting(IndexedSpace::getSpace)
        .containsExactly(EmbeddingSpace.EMBEDDING_SPACE_CONTENT);
    assertThat(find(FindSimilarMoviesRequest.newBuilder().setText("comedy")).getMoviesList())
        .isNotEmpty();
    registry.setAlias(version);
    registry.awaitReport(status -> status.getLoaded().getModelVersion().equals(version));
  }

  @Test
  void swapsVersionsUnderQueriesAndMixesNone() throws Exception {
    Map<String, List<String>> answers = new ConcurrentHashMap<>();
    answers.put(version, expected.of(STAR_WARS, 10, any -> true));
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        counts.add(callers.submit(() -> query(answers, done)));
      }
      for (int seed = 2; seed < 2 + SWAPS; seed++) {
        String next = registry.publishTiny(seed);
        answers.put(
            next, new ExpectedNeighbours(TinyModel.content(seed)).of(STAR_WARS, 10, any -> true));
        point(next);
      }
      done.set(true);
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isPositive();
      }
    }
  }

  /** Asks until it is told to stop; returns how often it was answered. */
  private int query(Map<String, List<String>> answers, AtomicBoolean done) {
    int count = 0;
    while (!done.get()) {
      FindSimilarMoviesResponse response = find(request(STAR_WARS));
      assertThat(ids(response)).isEqualTo(answers.get(response.getModelVersion()));
      count++;
    }
    return count;
  }

  private SnapshotContent withoutRanking() {
    ManifestDraft draft = content.draft();
    return new SnapshotContent(
        new ManifestDraft(
            draft.datasetVersion(),
            draft.ratingsRevision(),
            draft.scale(),
            draft.synthetic(),
            draft.holdOut(),
            Optional.empty(),
            draft.rating(),
            draft.servable(),
            draft.seed(),
            draft.device(),
            draft.libraryVersions(),
            draft.createTime()),
        content.catalogue(),
        content.training(),
        content.heldOut(),
        Optional.empty(),
        content.rating());
  }
}
