package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.rating.Oracle;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.source.CatalogueAlone;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.source.SourceLocator;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an import as the importer does, and compares what was read with what the oracle says.
 *
 * @param staging a folder that is empty before each
 */
record OracleCheck(QueryEngine engine, Path staging) {
  private static final Set<Reason> OF_THE_CALLER =
      Set.of(Reason.IMPORT_UNREADABLE, Reason.TOO_MANY_BAD_ROWS);

  /**
   * Imports, compares with the oracle, and leaves the engine as it was.
   *
   * @param from where the files of the import lie
   * @return whether it was imported; false when it was refused with a reason of the caller's
   */
  boolean imports(MutatedImport mutated, Path from) throws IOException, SQLException {
    try {
      return isTaken(mutated, from);
    } finally {
      engine.run("DROP TABLE IF EXISTS memory.main.catalogue");
      engine.run("DROP TABLE IF EXISTS memory.main.described_users");
      engine.run("DROP TABLE IF EXISTS temp.main.described_users");
    }
  }

  private boolean isTaken(MutatedImport mutated, Path from) throws IOException, SQLException {
    ImportRequest request = ImportBench.request(from, Optional.empty(), 1);
    SourceLocator locator =
        new SourceLocator(
            staging.resolve("unpacked"), ImportBench.LIMITS, Files::isReadable, () -> {});
    try {
      switch (locator.locate(from, FormDetection.UNAIDED)) {
        case SourceFiles found ->
            compare(
                mutated,
                found,
                new ImportReader(engine, staging, request, Optional.empty(), new Unheard())
                    .read(found));
        case CatalogueAlone found ->
            new CatalogueAloneReader(engine, staging, request, Optional.empty()).read(found);
      }
      return true;
    } catch (MatineeException refused) {
      assertThat(refused.reason()).as(refused.getMessage()).isIn(OF_THE_CALLER);
      return false;
    }
  }

  private void compare(MutatedImport mutated, SourceFiles found, StagedImport staged)
      throws IOException, SQLException {
    Path file = found.ratings().getFirst();
    byte[] content = Files.readAllBytes(file);
    if (!mutated.packed().isEmpty()) {
      assertThat(mutated.packed().values())
          .as("a file out of a damaged package is whole")
          .anyMatch(whole -> Arrays.equals(whole, content));
    }
    assertThat(
            engine.number(
                "SELECT count(*) FROM %s WHERE regexp_matches(concat(movie_id, title, original_title, genres, tags), '[[:cntrl:]]')"
                    .formatted(QueryEngine.parquet(staged.catalogue()))))
        .as("movies with control characters")
        .isZero();
    List<String> ratings =
        engine.query(
            "SELECT concat_ws(',', user_id, movie_id, rating, coalesce(timestamp::VARCHAR, '-'))"
                + " AS line FROM %s".formatted(QueryEngine.parquet(staged.ratings())),
            row -> row.getString(1));
    if (found.layout() instanceof RatingsLayout.JsonLines) {
      assertThat(PlainRows.saysInJson(content, ratings)).as(ratings.toString()).isTrue();
    }
    Optional<Oracle> oracle = PlainRows.of(content, found.layout(), staged.scale());
    if (oracle.isPresent()) {
      assertThat(ratings.stream().sorted().toList()).isEqualTo(oracle.get().ratings());
      assertThat(staged.counts().rows()).isEqualTo(oracle.get().rows());
      String name = String.valueOf(file.getFileName());
      assertThat(RejectLog.read(staged.rejects(), Integer.MAX_VALUE))
          .filteredOn(row -> row.file().equals(name))
          .extracting(RejectedRow::line)
          .isEqualTo(oracle.get().rejected());
    }
  }

  private record Unheard() implements ReadingNews {
    @Override
    public void bytes(long read) {}

    @Override
    public void rows(long read) {}
  }
}
