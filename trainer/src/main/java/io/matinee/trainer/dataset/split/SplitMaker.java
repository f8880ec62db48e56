package io.matinee.trainer.dataset.split;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HoldOut;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Assignment;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.Submission;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StoredBlob;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes splits, one after another, each as an operation. Thread-safe. */
public final class SplitMaker {
  private static final Logger LOG = Logger.getLogger(SplitMaker.class);
  private static final OperationKind KIND = new OperationKind("split", false);

  private final TrainerHome home;
  private final Staging staging;
  private final Database database;
  private final BlobStore blobs;
  private final Splits splits;
  private final OperationQueue queue;
  private final SplitText text;
  private final int megabytes;

  /** A maker whose queries use at most so much memory. */
  public SplitMaker(
      TrainerHome home,
      Database database,
      BlobStore blobs,
      Splits splits,
      Operations operations,
      SplitText text,
      int megabytes) {
    this.home = home;
    this.staging = new Staging(home.staging());
    this.database = database;
    this.blobs = blobs;
    this.splits = splits;
    this.queue = operations.queue(KIND);
    this.text = text;
    this.megabytes = megabytes;
  }

  /**
   * Begins to make a split, or finds what an equal request has begun.
   *
   * @throws MatineeException SPLIT_EXISTS, INVALID_REQUEST when the ratings to hold out are on
   *     another scale, DATASET_VERSION_NOT_FOUND when a version was deleted meanwhile, or what
   *     {@link OperationQueue#begin} throws
   */
  public Operation begin(SplitRequest request) {
    String parent = new DatasetName(request.name().dataset()).toString();
    var earlier = queue.begunBy(parent, request.key());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    splits.requireFree(request.name());
    requireScale(request);
    Submission submission =
        new Submission(
            "split-" + UUID.randomUUID(),
            parent,
            request.key(),
            Json.write(progress(request, SplitStage.QUEUED)));
    return queue.begin(submission, assignment -> make(request, assignment)).operation();
  }

  private static void requireScale(SplitRequest request) {
    RatingScale scale = request.dataset().manifest().scale();
    if (request.rule() instanceof SplitRule.RatingsOf(DatasetVersion heldOut)
        && !heldOut.manifest().scale().equals(scale)) {
      String problem =
          "is on the scale %s, and %s on %s: import it with the same scale"
              .formatted(
                  heldOut.manifest().scale().inWords(), request.dataset().name(), scale.inWords());
      throw MatineeException.of(Reason.INVALID_REQUEST, heldOut.name() + " " + problem + ".")
          .onField("rule.ratings_of", problem);
    }
  }

  /** Cleans up before the end is told: a full disk has no room for that otherwise. */
  private void make(SplitRequest request, Assignment assignment) throws IOException, SQLException {
    try (QueryEngine engine = QueryEngine.open(home.temporary(), megabytes)) {
      assignment.onStop(engine::interrupt);
      assignment.report(Json.write(progress(request, SplitStage.CHOOSING)));
      SplitManifest manifest = choose(request, engine, staging.create(assignment.id()));
      assignment.report(Json.write(progress(request, SplitStage.PUBLISHING)));
      database.write(
          handle -> {
            DatasetSplit added = splits.add(handle, request.name(), manifest);
            return OperationTable.save(handle, assignment.finish(text.of(added)));
          });
    } finally {
      clean(assignment.id());
    }
  }

  private SplitManifest choose(SplitRequest request, QueryEngine engine, Path folder)
      throws IOException, SQLException {
    DatasetVersion dataset = request.dataset();
    Path all = ratings(dataset);
    return switch (request.rule()) {
      case SplitRule.ByRule(var rule) -> {
        Path chosen = folder.resolve("held-out.parquet");
        new HeldOutRatings(engine, all).write(rule, chosen);
        Chosen found = look(engine, all, chosen);
        yield manifest(dataset, rule, null, found, blobs.put(chosen));
      }
      case SplitRule.RatingsOf(DatasetVersion heldOut) -> {
        DatasetBlob blob = heldOut.manifest().blob(DatasetBlob.RATINGS);
        Chosen found = look(engine, all, ratings(heldOut));
        StoredBlob stored = new StoredBlob(blob.sha256(), blob.size());
        yield manifest(dataset, null, heldOut.name().toString(), found, stored);
      }
    };
  }

  private Path ratings(DatasetVersion version) throws IOException {
    return blobs.localCopy(version.manifest().blob(DatasetBlob.RATINGS).sha256());
  }

  /** Looks at what is held out, and makes sure that there is something on either side. */
  private static Chosen look(QueryEngine engine, Path all, Path heldOut) throws SQLException {
    String ratings = QueryEngine.parquet(all);
    String chosen = QueryEngine.parquet(heldOut);
    SplitCounts counts =
        new SplitCounts(
            engine.number("SELECT count(*) FROM " + ratings),
            engine.number("SELECT count(*) FROM " + chosen),
            engine.number("SELECT count(DISTINCT user_id) FROM " + chosen),
            engine.number("SELECT count(DISTINCT movie_id) FROM " + chosen),
            engine.number(
                """
                SELECT count(*) FROM %s AS h ANTI JOIN %s AS r
                ON h.user_id::VARCHAR = r.user_id::VARCHAR
                  AND h.movie_id::VARCHAR = r.movie_id::VARCHAR
                """
                    .formatted(chosen, ratings)));
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

  private static SplitProgress progress(SplitRequest request, SplitStage stage) {
    return new SplitProgress(
        request.name().toString(),
        request.dataset().name().toString(),
        request.rule() instanceof SplitRule.RatingsOf(DatasetVersion heldOut)
            ? heldOut.name().toString()
            : null,
        stage);
  }

  private void clean(String id) {
    try {
      staging.remove(id);
    } catch (IOException leftForTheNextStart) {
      LOG.warnf(leftForTheNextStart, "could not clean the staging of %s", id);
    }
  }

  /**
   * What is held out.
   *
   * @param counts how much
   * @param digest its digest
   */
  private record Chosen(SplitCounts counts, String digest) {}
}
