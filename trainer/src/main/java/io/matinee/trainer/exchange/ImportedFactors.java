package io.matinee.trainer.exchange;

import io.matinee.model.exchange.FactorFile;
import io.matinee.model.exchange.FactorRows;
import io.matinee.model.exchange.UnreadableScorerException;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.UserVector;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * Factors of a file in the order of a data set's movies and users.
 *
 * <p>Movies without factors have a vector of zeros and no bias. Users without factors are folded in
 * from their training ratings, where these tell something.
 *
 * @param model the factors
 * @param figures how many movies and users have factors, how many ids of the file are unknown, by
 *     name
 */
public record ImportedFactors(FactorModel model, Map<String, Double> figures) {

  /**
   * Reads a file.
   *
   * @param training the part of the data set that would be trained on
   * @param pace is called between users, and may throw
   * @throws MatineeException IMPORT_UNREADABLE, naming the array and the fix
   */
  public static ImportedFactors read(
      Path file, ImportedScorer imported, RatingsMatrix training, RatingScale scale, Runnable pace)
      throws IOException {
    try (FactorFile factors = FactorFile.open(file)) {
      FactorObjective objective = new ImportedObjective(imported, scale).of(factors);
      requireSameScale(factors, objective, scale);
      return of(factors, objective, training, scale, pace);
    } catch (UnreadableScorerException unreadable) {
      throw refusal(imported, String.valueOf(unreadable.getMessage()));
    } catch (EOFException | ZipException damaged) {
      throw refusal(
          imported, "the file is damaged or cut off (%s)".formatted(damaged.getMessage()));
    }
  }

  private static MatineeException refusal(ImportedScorer imported, String problem) {
    return MatineeException.of(
            Reason.IMPORT_UNREADABLE, "%s: %s.".formatted(imported.file(), problem))
        .with("file", imported.file());
  }

  private static void requireSameScale(
      FactorFile file, FactorObjective objective, RatingScale scale) throws IOException {
    float[] told = file.scale().orElse(new float[] {scale.minimum(), scale.maximum()});
    boolean same = told[0] == scale.minimum() && told[1] == scale.maximum();
    if (objective.predictsRatings() && !same) {
      throw new UnreadableScorerException(
          "scale is %s to %s, and the data set's is %s; train on ratings of that scale, or leave the array out"
              .formatted(told[0], told[1], scale.inWords()));
    }
  }

  private static ImportedFactors of(
      FactorFile file,
      FactorObjective objective,
      RatingsMatrix training,
      RatingScale scale,
      Runnable pace)
      throws IOException {
    int dimension = file.dimension();
    FactorRows movies = file.read("movie", training.movies());
    pace.run();
    FactorRows users = file.read("user", training.users());
    float[] userBias = users.bias().length == 0 ? new float[training.userCount()] : users.bias();
    FactorModel fitted =
        new FactorModel(
            dimension,
            movies.factors(),
            users.factors(),
            unlessZeros(movies.bias()),
            userBias,
            file.mean(),
            scale,
            objective);
    int foldedIn = foldIn(fitted, users, training, pace);
    FactorModel model =
        new FactorModel(
            dimension,
            movies.factors(),
            users.factors(),
            fitted.movieBias(),
            unlessZeros(userBias),
            fitted.mean(),
            scale,
            objective);
    Map<String, Double> figures = new TreeMap<>();
    figures.put("movies_with_factors", (double) movies.present().cardinality());
    figures.put(
        "movies_without_factors", (double) training.movieCount() - movies.present().cardinality());
    figures.put("movies_unknown", (double) movies.unknown());
    figures.put("users_with_factors", (double) users.present().cardinality());
    figures.put("users_folded_in", (double) foldedIn);
    figures.put(
        "users_without_factors",
        (double) training.userCount() - users.present().cardinality() - foldedIn);
    figures.put("users_unknown", (double) users.unknown());
    if (movies.narrowed() || users.narrowed()) {
      figures.put("narrowed_to_float32", 1d);
    }
    return new ImportedFactors(model, figures);
  }

  /** Biases that are all 0 are none, as exports write them. */
  private static float[] unlessZeros(float[] bias) {
    for (float value : bias) {
      if (value != 0) {
        return bias;
      }
    }
    return new float[0];
  }

  /** Gives those who are not in the file the vectors that their ratings tell; returns how many. */
  private static int foldIn(
      FactorModel model, FactorRows users, RatingsMatrix training, Runnable pace) {
    FactorScorer scorer = FactorScorer.of(model);
    int foldedIn = 0;
    for (int user = users.present().nextClearBit(0);
        user < training.userCount();
        user = users.present().nextClearBit(user + 1)) {
      pace.run();
      RatedMovies rated = RatedMovies.of(training, user);
      if (rated.count() > 0) {
        var state = scorer.foldIn(rated);
        if (state.isPresent()) {
          UserVector vector = scorer.vector(state.get());
          System.arraycopy(
              vector.vector(), 0, model.userFactors(), user * model.dimension(), model.dimension());
          model.userBias()[user] = vector.bias();
          foldedIn++;
        }
      }
    }
    return foldedIn;
  }
}
