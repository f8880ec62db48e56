package io.matinee.trainer.dataset.split;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Assignment;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.Submission;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** Makes splits, one after another, each as an operation. Thread-safe. */
public final class SplitMaker {
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
   *     another scale or of all folds of a file, DATASET_VERSION_NOT_FOUND when a version was
   *     deleted meanwhile, or what {@link OperationQueue#begin} throws
   */
  public Operation begin(SplitRequest request) {
    String parent = new DatasetName(request.name().dataset()).toString();
    var earlier = queue.begunBy(parent, request.key());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    splits.requireFree(request.name());
    if (request.rule() instanceof SplitRule.RatingsOf(DatasetVersion heldOut)) {
      requireScale(request.dataset(), heldOut);
      requireOneFold(heldOut);
    }
    Submission submission =
        new Submission(
            "split-" + UUID.randomUUID(),
            parent,
            request.key(),
            Json.write(progress(request, SplitStage.QUEUED)));
    return queue.begin(submission, assignment -> make(request, assignment)).operation();
  }

  private static void requireScale(DatasetVersion dataset, DatasetVersion heldOut) {
    RatingScale scale = dataset.manifest().scale();
    if (!heldOut.manifest().scale().equals(scale)) {
      throw refusal(
          heldOut,
          "holds %s, and %s %s: import it as the same"
              .formatted(
                  heldOut.manifest().scale().contentInWords(),
                  dataset.name(),
                  scale.contentInWords()));
    }
  }

  private static void requireOneFold(DatasetVersion heldOut) {
    if (heldOut.manifest().notes().stream().anyMatch(note -> note.kind() == NoteKind.FOLDS)) {
      throw refusal(
          heldOut,
          "holds the ratings of all folds, whose column fold no import reads: import a file of the rows of one fold alone, or call the column otherwise");
    }
  }

  private static MatineeException refusal(DatasetVersion heldOut, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, heldOut.name() + " " + problem + ".")
        .onField("rule.ratings_of", problem);
  }

  /** Cleans up before the end is told: a full disk has no room for that otherwise. */
  private void make(SplitRequest request, Assignment assignment) throws IOException, SQLException {
    try (QueryEngine engine = QueryEngine.open(home.temporary(), megabytes)) {
      assignment.onStop(engine::interrupt);
      assignment.report(Json.write(progress(request, SplitStage.CHOOSING)));
      SplitManifest manifest =
          new SplitSelection(blobs, engine).select(request, staging.create(assignment.id()));
      assignment.report(Json.write(progress(request, SplitStage.PUBLISHING)));
      database.write(
          handle -> {
            DatasetSplit added = splits.add(handle, request.name(), manifest);
            return OperationTable.save(handle, assignment.finish(text.of(added)));
          });
    } finally {
      staging.tidy(assignment.id());
    }
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
}
