package io.matinee.trainer.exchange;

import io.matinee.model.exchange.FactorFile;
import io.matinee.model.exchange.ScorerExport;
import io.matinee.model.exchange.UnreadableScorerException;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.Link;
import io.matinee.model.snapshot.ObjectiveJson;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what factors were trained for, as fold-in must know it: from the file, where it says
 * so, and from who imports it.
 *
 * @param imported what the importer says
 * @param scale the scale of the data set
 */
record ImportedObjective(ImportedScorer imported, RatingScale scale) {
  private static final FactorObjective.Squared SQUARED = new FactorObjective.Squared(1);

  /** As biased-mf folds in. */
  private static final FactorObjective.SquaredSigmoid SQUARED_SIGMOID =
      new FactorObjective.SquaredSigmoid(.05, 40, 4);

  /** A weight that does not grow with a user's likes, as most libraries have it. */
  private static final FactorObjective.Implicit IMPLICIT =
      new FactorObjective.Implicit(50, 0, 8, 0);

  FactorObjective of(FactorFile file) throws IOException {
    Optional<FactorObjective> told = told(file);
    String link = link(told, file);
    FactorObjective base =
        told.filter(found -> link(found).equals(link)).orElseGet(() -> base(link));
    FactorObjective objective =
        switch (base) {
          case FactorObjective.Squared squared ->
              new FactorObjective.Squared(or(imported.regularisation(), squared.regularisation()));
          case FactorObjective.SquaredSigmoid sigmoid ->
              new FactorObjective.SquaredSigmoid(
                  or(imported.regularisation(), sigmoid.regularisation()),
                  sigmoid.priorRatings(),
                  sigmoid.biasRegularisation());
          case FactorObjective.Implicit likes ->
              new FactorObjective.Implicit(
                  or(imported.regularisation(), likes.regularisation()),
                  likes.exponent(),
                  or(imported.confidence(), likes.confidence()),
                  or(imported.minimumRating(), likes.likedFrom()));
        };
    requireFitting(objective);
    return objective;
  }

  private static Optional<FactorObjective> told(FactorFile file) throws IOException {
    Optional<String> json = file.text(ScorerExport.OBJECTIVE);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (ObjectiveJson.read(json.get()) instanceof FactorObjective objective) {
        return Optional.of(objective);
      }
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableScorerException(
          "objective is no JSON of an objective (%s); leave it out, and say --link and --regularisation"
              .formatted(unknown.getMessage()));
    }
    throw new UnreadableScorerException(
        "objective is of no factors: scorers of biases or of neighbours alone are not imported");
  }

  private String link(Optional<FactorObjective> told, FactorFile file) throws IOException {
    if (imported.link() != null) {
      return imported.link();
    }
    Optional<String> said = told.map(ImportedObjective::link);
    Optional<String> link = said.isPresent() ? said : file.text(ScorerExport.LINK);
    if (link.isEmpty() && imported.predicts()) {
      throw new UnreadableScorerException(
          "link is missing, by which a score becomes a rating; say --link identity, or scaled-sigmoid");
    }
    return link.orElse(ScorerExport.NO_LINK);
  }

  private FactorObjective base(String link) {
    if (link.equals(Link.IDENTITY.id())) {
      return SQUARED;
    }
    if (link.equals(Link.SCALED_SIGMOID.id())) {
      return SQUARED_SIGMOID;
    }
    if (link.equals(ScorerExport.NO_LINK)) {
      return new FactorObjective.Implicit(
          IMPLICIT.regularisation(),
          IMPLICIT.exponent(),
          IMPLICIT.confidence(),
          scale.relevanceThreshold());
    }
    throw new UnreadableScorerException(
        "link is none of identity, scaled-sigmoid and none; say --link one of these");
  }

  private void requireFitting(FactorObjective objective) {
    if (imported.predicts() && !objective.predictsRatings()) {
      throw new UnreadableScorerException(
          "link is none: these scores stand for no rating; import them to rank alone (--ranking)");
    }
    boolean ofLikes = imported.confidence() != null || imported.minimumRating() != null;
    if (ofLikes && objective.predictsRatings()) {
      throw new UnreadableScorerException(
          "confidence and minimum_rating say something of likes, and these scores stand for ratings; leave them out");
    }
  }

  private static String link(FactorObjective objective) {
    return switch (objective) {
      case FactorObjective.Squared squared -> Link.IDENTITY.id();
      case FactorObjective.SquaredSigmoid sigmoid -> Link.SCALED_SIGMOID.id();
      case FactorObjective.Implicit likes -> ScorerExport.NO_LINK;
    };
  }

  private static double or(@Nullable Double given, double other) {
    return Objects.requireNonNullElse(given, other);
  }
}
