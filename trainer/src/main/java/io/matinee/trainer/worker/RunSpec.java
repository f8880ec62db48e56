package io.matinee.trainer.worker;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.split.HoldOut;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.exchange.ImportedScorer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has to do, on whatever machine: the content of the JSON file behind {@code --run}.
 *
 * @param run the run's id
 * @param staging what takes the blobs and manifest.json: made by whoever owns the run, never by the
 *     worker, so that what has been cleaned up stays so
 * @param blobs the store of the blobs that are read
 * @param ratings the digest of Parquet with user_id and movie_id (both VARCHAR, or both BIGINT
 *     where all ids are printed whole numbers), rating FLOAT and timestamp BIGINT (seconds since
 *     1970, nullable); a pair of user and movie occurs once
 * @param catalogue the digest of Parquet with movie_id, title VARCHAR, year INTEGER (nullable),
 *     genres and tags VARCHAR (joined by |), overview, imdb_id, tmdb_id and original_title VARCHAR,
 *     vote_count BIGINT; the last two may be absent
 * @param datasetVersion the resource name of the data-set version
 * @param ratingsRevision the revision of the live ratings in it
 * @param scale the rating scale, or that of watches
 * @param synthetic whether the ratings come from a generator
 * @param holdOut which ratings are kept out of training
 * @param heldOut the digest of Parquet, of the columns of the ratings, that holds what a stored
 *     split holds out; null for other rules
 * @param ranking the ranker; null for none
 * @param rating the rating predictor; null for none
 * @param preset the preset that chose the rating predictor, which then is the ranker too; null for
 *     none
 * @param seed the seed of everything random
 * @param device what to train on
 * @param checkpointInterval how far apart checkpoints are at least
 * @param imported what is read from a file in place of a training; null for none
 */
public record RunSpec(
    String run,
    URI staging,
    URI blobs,
    String ratings,
    String catalogue,
    String datasetVersion,
    long ratingsRevision,
    RatingScale scale,
    boolean synthetic,
    HoldOut holdOut,
    @Nullable String heldOut,
    @Nullable KeptChoice ranking,
    @Nullable KeptChoice rating,
    @Nullable String preset,
    long seed,
    DeviceChoice device,
    Duration checkpointInterval,
    @Nullable ImportedScorer imported) {

  /** A run that trains what no preset chose. */
  public RunSpec(
      String run,
      URI staging,
      URI blobs,
      String ratings,
      String catalogue,
      String datasetVersion,
      long ratingsRevision,
      RatingScale scale,
      boolean synthetic,
      HoldOut holdOut,
      @Nullable String heldOut,
      @Nullable KeptChoice ranking,
      @Nullable KeptChoice rating,
      long seed,
      DeviceChoice device,
      Duration checkpointInterval) {
    this(
        run,
        staging,
        blobs,
        ratings,
        catalogue,
        datasetVersion,
        ratingsRevision,
        scale,
        synthetic,
        holdOut,
        heldOut,
        ranking,
        rating,
        null,
        seed,
        device,
        checkpointInterval,
        null);
  }
}
