package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.StoredSplit;
import io.matinee.model.split.TimeCut;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run holds out. */
class WorkerHoldOutTest extends WorkerRuns {
  @Test
  void holdsTheLastRatingsOfEachUserOut() throws IOException {
    run(spec(ALS, null, new LastPerUser(2)));

    try (Snapshot snapshot = open()) {
      for (int user = 0; user < ratings.userCount(); user++) {
        assertThat(snapshot.heldOut().userRatingCount(user)).isEqualTo(2);
        assertThat(snapshot.seen().userRatingCount(user))
            .isEqualTo(ratings.userRatingCount(user) - 2);
      }
    }
    assertThat(manifest().splitDigest()).isEqualTo(new LastPerUser(2).digest());
  }

  @Test
  void holdsWhatAStoredSplitSaysOutWhateverTheRatingsHaveOfIt() throws Exception {
    IdDictionary users = IdDictionary.of(List.of("0", "new"));
    IdDictionary movies =
        IdDictionary.of(List.of(ratings.movies().id(ratings.movieAt(0)), "only-here"));
    int known = movies.indexOf(ratings.movies().id(ratings.movieAt(0)));
    ParquetFiles.writeRatings(
        RatingsMatrix.builder(users, movies)
            .add(0, known, 1.5f, 77)
            .add(0, 1 - known, 2, 78)
            .add(1, known, 3, 79)
            .build(),
        folder.resolve(HELD_OUT));
    StoredSplit split = StoredSplit.of("datasets/two-tastes/splits/test", "d".repeat(64));

    assertThat(run(spec(ALS, BASELINE, split)).status()).isZero();

    assertThat(manifest().holdOut()).isEqualTo(split.lacking(2));
    assertThat(manifest().splitDigest()).isEqualTo("d".repeat(64));
    assertThat(manifest().ratingCount()).isEqualTo(ratings.ratingCount() - 1);
    try (Snapshot snapshot = open()) {
      RatingsMatrix heldOut = snapshot.heldOut();
      int user = heldOut.users().indexOf("0");
      int position = heldOut.find(user, heldOut.movies().indexOf(movies.id(known)));
      assertThat(heldOut.ratingCount()).isEqualTo(3);
      assertThat(heldOut.ratingAt(position)).isEqualTo(1.5f);
      assertThat(snapshot.seen().contains(user, heldOut.movieAt(position))).isFalse();
    }
  }

  @Test
  void refusesAHoldOutThatTakesNothing() throws IOException {
    for (HoldOut nothing : List.of(new TimeCut(4_000_000_000L), new LastShare(1e-9))) {
      assertFailed(run(spec(ALS, null, nothing)), "NOTHING_HELD_OUT", "--hold-out none");
    }
  }

  @Test
  void refusesToHoldOutByTimesThatAreNotThere() throws Exception {
    IdDictionary ids = IdDictionary.of(List.of("1", "2"));
    ParquetFiles.writeRatings(
        RatingsMatrix.builder(ids, ids).add(0, 0, 4, 1).add(1, 1, 5, 0).build(),
        folder.resolve(RATINGS));

    for (HoldOut byTime : List.of(new LastPerUser(1), new TimeCut(1))) {
      assertFailed(
          run(spec(null, BASELINE, byTime)), "NO_TIMESTAMPS", "which 1 ratings do not have");
    }
  }

  @Test
  void refusesAHoldOutThatLeavesNothing() throws IOException {
    assertFailed(run(spec(ALS, null, new TimeCut(1))), "NO_RATINGS", "hold-out");
  }
}
