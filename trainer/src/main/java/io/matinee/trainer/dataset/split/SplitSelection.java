package io.matinee.trainer.dataset.split;

import io.matinee.model.split.HoldOut;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Selects what a split holds out.
 *
 * @param blobs the blob store
 * @param engine the query engine
 */
record SplitSelection(BlobStore blobs, QueryEngine engine) {

  /**
   * Selects the ratings and keeps them as a blob.
   *
   * @param folder a folder for what is made
   */
  SplitManifest select(SplitRequest request, Path folder) throws IOException, SQLException {
    DatasetVersion dataset = request.dataset();
    Path all = ratings(dataset);
    return switch (request.rule()) {
      case SplitRule.ByRule(var rule) -> {
        Path chosen = folder.resolve("held-out.parquet");
        new HeldOutRatings(engine, all).write(rule, chosen);
        Chosen found = look(all, chosen, 0);
        yield manifest(dataset, rule, null, found, blobs.put(chosen));
      }
      case SplitRule.RatingsOf(DatasetVersion heldOut) -> {
        DatasetBlob blob = heldOut.manifest().blob(DatasetBlob.RATINGS);
        Path chosen = ratings(heldOut);
        Chosen found = look(all, chosen, countOutside(all, chosen));
        StoredBlob stored = new StoredBlob(blob.sha256(), blob.size());
        yield manifest(dataset, null, heldOut.name().toString(), found, stored);
      }
    };
  }

  private Path ratings(DatasetVersion version) throws IOException {
    return blobs.localCopy(version.manifest().blob(DatasetBlob.RATINGS).sha256());
  }

  /** Counts held-out pairs of which the data set has no rating. */
  private long countOutside(Path all, Path heldOut) throws SQLException {
    return engine.number(
        """
        SELECT count(*) FROM %s AS h ANTI JOIN %s AS r
        ON h.user_id::VARCHAR = r.user_id::VARCHAR
          AND h.movie_id::VARCHAR = r.movie_id::VARCHAR
        """
            .formatted(QueryEngine.parquet(heldOut), QueryEngine.parquet(all)));
  }

  /**
   * Looks at what is held out, and makes sure that there is something on either side.
   *
   * @param outside how many of the ratings held out are not among all
   */
  private Chosen look(Path all, Path heldOut, long outside) throws SQLException {
    String ratings = QueryEngine.parquet(all);
    String chosen = QueryEngine.parquet(heldOut);
    SplitCounts counts =
        new SplitCounts(
            engine.number("SELECT count(*) FROM " + ratings),
            engine.number("SELECT count(*) FROM " + chosen),
            engine.number("SELECT count(DISTINCT user_id) FROM " + chosen),
            engine.number("SELECT count(DISTINCT movie_id) FROM " + chosen),
            outside);
    counts.requireBothParts();
    return new Chosen(counts, SplitDigest.of(engine, chosen));
  }

  private static SplitManifest manifest(
      DatasetVersion dataset,
      @Nullable HoldOut rule,
      @Nullable String ratingsOf,
      Chosen chosen,
      StoredBlob blob) {
    return new SplitManifest(
        dataset.name().toString(),
        rule,
        ratingsOf,
        dataset.manifest().scale(),
        chosen.counts(),
        chosen.digest(),
        blob);
  }

  /**
   * What is held out.
   *
   * @param counts how much
   * @param digest its digest
   */
  private record Chosen(SplitCounts counts, String digest) {}
}
