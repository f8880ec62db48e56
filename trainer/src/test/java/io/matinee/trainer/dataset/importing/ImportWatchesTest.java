package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.trainer.dataset.filter.MinimumRatings;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsColumn;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of watches: the same reading as for ratings, without a rating to be judged. */
class ImportWatchesTest {
  private static final String WATCHES = "userId,movieId,timestamp\n1,10,100\n1,20,200\n2,10,300\n";
  private static final String[] EXPECTED = {"1,10,1.0,100", "1,20,1.0,200", "2,10,1.0,300"};

  private static final RatingFilters MINIMUM =
      new RatingFilters(
          null, null, 0, 0, List.of(), null, new MinimumRatings(2, 0, MinimumRatings.Mode.CORE));

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new ImportBench(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void areWhatAFileHoldsThatNamesAllItsColumnsAndNoRating() throws Exception {
    DatasetVersion version = bench.imported(write("watches.csv", WATCHES));

    assertThat(version.manifest().scale()).isEqualTo(RatingScale.WATCHES);
    assertThat(bench.ratings(version)).containsExactly(EXPECTED);
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(3, 3, 2, 2, 2, 0, 0));
    assertThat(version.manifest().notes())
        .contains(
            new ImportNote(
                NoteKind.WATCHES,
                "watches.csv",
                3,
                "rows taken for watches, since no column holds ratings: 3, each of which counts as a like"));
  }

  @Test
  void comeInEachForm() throws Exception {
    String objects =
        """
        {"user":1,"movie":10,"time":100}
        {"user":1,"movie":20,"time":200}
        {"user":2,"movie":10,"time":300}
        """;
    Path parquet = folder.resolve("views.parquet");
    try (QueryEngine engine = QueryEngine.open(folder.resolve("spill"), 64)) {
      engine.run(
          "COPY (SELECT * FROM (VALUES (10, '1', 100), (20, '1', 200), (10, '2', 300)) AS t (item, user, ts)) TO %s (FORMAT parquet)"
              .formatted(QueryEngine.literal(parquet)));
    }
    for (Path file : List.of(write("views.jsonl", objects), parquet)) {
      DatasetVersion version = bench.imported(file);
      assertThat(version.manifest().scale()).isEqualTo(RatingScale.WATCHES);
      assertThat(bench.ratings(version)).containsExactly(EXPECTED);
    }
  }

  @Test
  void areTheRowsOfAFileOfRatingsWhenAskedFor() throws Exception {
    String ratings =
        "userId,movieId,liked,rating,timestamp\n1,10,x,9,100\n1,20,y,,200\n2,10,z,no,300\n";
    DatasetVersion version = bench.imported(asked(write("ratings.csv", ratings)));

    assertThat(bench.ratings(version)).containsExactly(EXPECTED);
    assertThat(version.manifest().notes())
        .extracting(ImportNote::text)
        .contains(
            "these columns were not read: liked, rating",
            "rows taken for watches, as asked for: 3, each of which counts as a like");
  }

  @Test
  void areTheRowsOfAFormWithoutAHeaderWhenAskedFor() throws Exception {
    DatasetVersion tabs =
        bench.imported(asked(write("u.data", "1\t10\t4\t100\n1\t20\t3\t200\n2\t10\t5\t300\n")));
    DatasetVersion netflix =
        bench.imported(asked(write("mv_0000010.txt", "10:\n1,4,1970-01-02\n")));
    assertThat(bench.ratings(tabs)).containsExactly(EXPECTED);
    assertThat(bench.ratings(netflix)).containsExactly("1,10,1.0,86400");
    assertThat(List.of(tabs, netflix))
        .allSatisfy(
            version ->
                assertThat(version.manifest().notes())
                    .extracting(ImportNote::text)
                    .contains("these columns were not read: rating"));
  }

  @Test
  void areBelowAnyHeaderWithoutNumbersWhereColumnsAreSaid() throws Exception {
    List<RatingsColumn> columns =
        List.of(RatingsColumn.USER, RatingsColumn.MOVIE, RatingsColumn.IGNORED);
    Path headed = write("a.csv", "viewer_id,title_id,stars\n1,10,4\n1,20,3\n");
    DatasetVersion version = bench.imported(asked(headed, columns));
    assertThat(bench.ratings(version)).containsExactly("1,10,1.0,-", "1,20,1.0,-");
    assertThat(version.manifest().notes())
        .extracting(ImportNote::text)
        .contains("these columns were not read: stars");
    assertThat(
            bench.imported(asked(write("b.csv", "1,10,4\n1,20,3\n"), columns)).manifest().notes())
        .extracting(ImportNote::text)
        .contains("these columns were not read: column 3, without a name");
  }

  @Test
  void countOnceAUserAndMovieAndAreJudgedByIdsAndTimes() throws Exception {
    Path file =
        write(
            "watches.csv",
            "userId,movieId,timestamp\n1,10,300\n1,10,400\n1,10,200\n,10,5\n2,10,never\n2,20,7\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .5));

    assertThat(bench.ratings(version)).containsExactly("1,10,1.0,400", "2,20,1.0,7");
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(6, 2, 2, 2, 2, 2, 2));
    assertThat(bench.rejected(version))
        .extracting(RejectedRow::line, RejectedRow::reason)
        .containsExactly(
            tuple(5L, "the user is missing"),
            tuple(6L, "timestamp \"never\" is neither a number of seconds nor a date of ISO 8601"));
    assertThat(bench.failure(ImportBench.request(file)).message())
        .contains("mend the file, or raise options.maximum_rejected_share")
        .doesNotContain("scale");
  }

  @Test
  void haveNoScale() throws Exception {
    Path file = write("watches.csv", WATCHES);
    OperationFailure failure =
        bench.failure(ImportBench.request(file, Optional.of(RatingScale.MOVIELENS_STARS), .01));

    assertThat(failure.reason()).isEqualTo(Reason.IMPORT_UNREADABLE);
    assertThat(failure.message()).contains("holds watches, which have no scale", "--scale");
  }

  @Test
  void areFilteredAsRatingsAre() throws Exception {
    ImportRequest plain = ImportBench.request(write("watches.csv", WATCHES));
    DatasetVersion version =
        bench.imported(
            new ImportRequest(
                plain.dataset(),
                plain.source(),
                plain.form(),
                plain.scale(),
                0,
                MINIMUM,
                0,
                plain.key()));
    assertThat(bench.ratings(version)).containsExactly("1,10,1.0,100", "2,10,1.0,300");
  }

  @Test
  void areNotMixedWithRatingsInOneVersion() throws Exception {
    try (QueryEngine engine = QueryEngine.open(folder.resolve("spill"), 64)) {
      Files.createDirectories(folder.resolve("parts"));
      part(engine, "part-1.parquet", "1 AS user, 10 AS movie");
      part(engine, "part-2.parquet", "1 AS user, 20 AS movie, 4.0 AS rating");
    }
    Path parts = folder.resolve("parts");
    assertThat(bench.failure(ImportBench.request(parts)).message())
        .contains("part-2.parquet has a column of ratings, and the files before have none");
    assertThat(bench.ratings(bench.imported(asked(parts))))
        .containsExactly("1,10,1.0,-", "1,20,1.0,-");
    Path objects =
        write(
            "late.jsonl",
            "{\"user\":1,\"movie\":10}\n".repeat(100) + "{\"user\":1,\"movie\":20,\"rating\":4}\n");
    assertThat(bench.rejected(bench.imported(objects)))
        .extracting(RejectedRow::reason)
        .containsExactly("has a rating, and the first objects have none");
  }

  @Test
  void areRefusedByADataSetOfRatingsAndRatingsByOneOfWatches() throws Exception {
    Path watches = write("watches.csv", WATCHES);
    Path ratings = write("ratings.csv", "userId,movieId,rating\n1,10,4\n1,20,3\n");
    DatasetVersionName first = bench.imported(ratings).name();
    OperationFailure refused = bench.failure(ImportBench.request(watches));
    assertThat(refused.reason()).isEqualTo(Reason.EVENT_KIND_MISMATCH);
    assertThat(refused.message())
        .isEqualTo(
            "datasets/movielens holds ratings on the scale 0.5 to 5 by 0.5, and these are watches: import them into a data set of their own (--dataset NAME), or say which column holds ratings by options.columns (--columns).");

    bench.datasets.create(new DatasetName("views"), "");
    DatasetVersionName ofWatches = bench.imported(of("views", watches)).name();
    assertThat(bench.failure(of("views", ratings)).message())
        .contains("datasets/views holds watches", "options.event_kind (--watches)");
    ImportRequest part =
        new ImportRequest(
            new DatasetName(first.dataset()),
            new ImportSource.OfVersion(ofWatches),
            FormDetection.UNAIDED,
            Optional.empty(),
            0,
            MINIMUM,
            0,
            Optional.empty());
    assertThat(bench.failure(part).reason()).isEqualTo(Reason.EVENT_KIND_MISMATCH);
  }

  private static ImportRequest of(String dataset, Path file) {
    ImportRequest plain = ImportBench.request(file);
    return new ImportRequest(
        new DatasetName(dataset),
        plain.source(),
        plain.form(),
        plain.scale(),
        plain.maximumRejectedShare(),
        plain.filters(),
        0,
        plain.key());
  }

  private void part(QueryEngine engine, String name, String columns) throws Exception {
    engine.run(
        "COPY (SELECT %s) TO %s (FORMAT parquet)"
            .formatted(columns, QueryEngine.literal(folder.resolve("parts").resolve(name))));
  }

  private static ImportRequest asked(Path file) {
    return asked(file, List.of());
  }

  private static ImportRequest asked(Path file, List<RatingsColumn> columns) {
    ImportRequest plain = ImportBench.request(file);
    return new ImportRequest(
        plain.dataset(),
        plain.source(),
        new FormDetection(Optional.empty(), columns, Optional.of(EventKind.WATCH)),
        plain.scale(),
        plain.maximumRejectedShare(),
        plain.filters(),
        0,
        plain.key());
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
