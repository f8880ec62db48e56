package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.counting.RatingCounts;
import io.matinee.trainer.dataset.description.DatasetDescriber;
import io.matinee.trainer.dataset.description.DatasetDescription;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Describes what an import has staged.
 *
 * @param engine the query engine
 * @param staging the folder for the description
 */
record StagedDescription(QueryEngine engine, Path staging) {

  /** Writes the figures of ratings and their catalogue as JSON; returns the file. */
  Path write(RatingCounts ratings, Path catalogue, RatingScale scale)
      throws IOException, SQLException {
    DatasetDescription description =
        new DatasetDescriber(engine, ratings, catalogue, scale).describe();
    return Files.writeString(staging.resolve("description.json"), Json.write(description));
  }
}
