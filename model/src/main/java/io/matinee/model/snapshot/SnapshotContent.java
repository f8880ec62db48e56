package io.matinee.model.snapshot;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.ScorerModel;
import java.util.Optional;

/**
 * All that a snapshot is written from.
 *
 * @param draft what the manifest says beside the content
 * @param catalogue the movies
 * @param training the ratings that were learnt from; its columns are the catalogue
 * @param heldOut the ratings that were not; the same dictionaries
 * @param ranking the scorer that ranks, present with its part of the draft
 * @param rating the scorer that predicts ratings, present with its part of the draft
 * @param rankingSavedModel the ranking scorer as a SavedModel, where there is one
 * @param ratingSavedModel the rating scorer as a SavedModel, where there is one
 */
public record SnapshotContent(
    ManifestDraft draft,
    Catalogue catalogue,
    RatingsMatrix training,
    RatingsMatrix heldOut,
    Optional<ScorerModel> ranking,
    Optional<ScorerModel> rating,
    Optional<FolderContent> rankingSavedModel,
    Optional<FolderContent> ratingSavedModel) {

  /** A snapshot without SavedModels. */
  public SnapshotContent(
      ManifestDraft draft,
      Catalogue catalogue,
      RatingsMatrix training,
      RatingsMatrix heldOut,
      Optional<ScorerModel> ranking,
      Optional<ScorerModel> rating) {
    this(draft, catalogue, training, heldOut, ranking, rating, Optional.empty(), Optional.empty());
  }

  /** Refuses parts that do not belong together. */
  public SnapshotContent {
    requireSame(
        "training and held-out users", training.users().ids().equals(heldOut.users().ids()));
    requireSame(
        "training and held-out movies", training.movies().ids().equals(heldOut.movies().ids()));
    requireSame(
        "movies of ratings and catalogue", training.movies().ids().equals(catalogue.ids().ids()));
    requireFitting("ranking", draft.ranking(), ranking, training);
    requireFitting("rating", draft.rating(), rating, training);
  }

  private static void requireFitting(
      String name,
      Optional<ScorerManifest> described,
      Optional<ScorerModel> model,
      RatingsMatrix training) {
    requireSame(name + " scorer and its description", described.isPresent() == model.isPresent());
    if (described.isPresent() && model.isPresent()) {
      ScorerModel found = model.get();
      requireSame(name + " objective", described.get().objective().equals(found.objective()));
      requireSame(name + " movies", found.movieCount() == training.movieCount());
      requireSame(
          name + " users", found.userCount() == 0 || found.userCount() == training.userCount());
    }
  }

  private static void requireSame(String what, boolean same) {
    if (!same) {
      throw new IllegalArgumentException("a snapshot's parts differ in " + what);
    }
  }
}
