package io.matinee.serving.api;

import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.serving.catalogue.Listings;
import io.matinee.serving.catalogue.Lookup;
import io.matinee.serving.catalogue.TitleIndex;
import io.matinee.serving.embedding.Embeddings;
import io.matinee.serving.recommend.RatingPredictor;
import io.matinee.serving.recommend.Recommender;
import io.matinee.serving.recommend.UserWork;

/**
 * One loaded version with all that answering takes, made before its first call. Owns the snapshot,
 * whose mapped memory {@link #close} frees: nothing of it may be used afterwards. Thread-safe.
 */
public final class ServingModel implements AutoCloseable {
  private final Snapshot snapshot;
  private final Lookup lookup;
  private final FilterIndex candidates;
  private final Recommender recommender;
  private final RatingPredictor predictor;
  private final UserWork userWork;
  private final Embeddings embeddings;
  private final Listings listings;
  private final TitleIndex titles;
  private final MovieMessages messages;
  private final EncodedMovies encodedMovies;

  private ServingModel(Snapshot snapshot) {
    this.snapshot = snapshot;
    lookup = new Lookup(snapshot.seen());
    candidates = FilterIndex.of(snapshot.catalogue());
    recommender = Recommender.of(snapshot, lookup, candidates);
    predictor = RatingPredictor.of(snapshot, lookup);
    userWork = UserWork.of(snapshot, lookup);
    embeddings = new Embeddings(snapshot);
    listings = new Listings(snapshot.seen());
    titles = TitleIndex.of(snapshot.catalogue());
    messages = MovieMessages.of(snapshot.catalogue());
    encodedMovies = EncodedMovies.of(messages, snapshot.catalogue().size());
  }

  /** Returns a snapshot made ready to answer, which owns it from here on. */
  static ServingModel of(Snapshot snapshot) {
    return new ServingModel(snapshot);
  }

  Lookup lookup() {
    return lookup;
  }

  FilterIndex candidates() {
    return candidates;
  }

  Recommender recommender() {
    return recommender;
  }

  /** What the version was trained on. */
  EventKind kind() {
    return snapshot.manifest().scale().kind();
  }

  RatingPredictor predictor() {
    return predictor;
  }

  UserWork userWork() {
    return userWork;
  }

  Embeddings embeddings() {
    return embeddings;
  }

  Listings listings() {
    return listings;
  }

  TitleIndex titles() {
    return titles;
  }

  MovieMessages messages() {
    return messages;
  }

  EncodedMovies encodedMovies() {
    return encodedMovies;
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
