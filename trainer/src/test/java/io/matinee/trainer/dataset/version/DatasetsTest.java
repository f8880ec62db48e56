package io.matinee.trainer.dataset.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets as their tables keep them. */
class DatasetsTest {
  private static final DatasetName NAME = new DatasetName("movielens");
  private static final String DIGEST = "d".repeat(64);

  @TempDir Path folder;
  private Database database;
  private Datasets datasets;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @BeforeEach
  void open() {
    database = database().open(folder, () -> {});
    datasets = new Datasets(database, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void makesADataSetOnce() {
    String longest = "ü".repeat(128);
    assertThat(datasets.create(NAME, longest).displayName()).isEqualTo(longest);
    assertThat(datasets.get(NAME).latestVersion()).isEmpty();
    assertRefused(Reason.DATASET_EXISTS, () -> datasets.create(NAME, "again"));
    assertRefused(Reason.DATASET_NOT_FOUND, () -> datasets.get(new DatasetName("other")));
    assertRefused(Reason.DATASET_EMPTY, () -> datasets.latest(NAME));
  }

  @Test
  void listsDataSetsById() {
    List.of("b", "a-1", "a").forEach(id -> datasets.create(new DatasetName(id), id));
    assertThat(datasets.list("", 2)).extracting(Dataset::displayName).containsExactly("a", "a-1");
    assertThat(datasets.list("a-1", 2)).extracting(Dataset::displayName).containsExactly("b");
  }

  @Test
  void numbersVersionsAndGivesBackWhatTheyAreMadeOf() {
    datasets.create(NAME, "MovieLens");
    DatasetManifest manifest = manifest("the source");
    DatasetVersionName first = add(manifest);
    DatasetVersionName second = add(manifest("another"));
    assertThat(List.of(first.number(), second.number())).containsExactly(1L, 2L);
    assertThat(datasets.get(NAME).latestVersion()).isEqualTo(OptionalLong.of(2));
    assertThat(datasets.version(first).manifest()).isEqualTo(manifest);
    assertThat(datasets.latest(NAME).name()).isEqualTo(second);
    assertThat(datasets.versions(NAME, Long.MAX_VALUE, 10))
        .extracting(DatasetVersion::name)
        .containsExactly(second, first);
    assertRefused(
        Reason.DATASET_VERSION_NOT_FOUND,
        () -> datasets.version(new DatasetVersionName("movielens", 3)));
  }

  @Test
  void keepsNothingOfAVersionWhoseTransactionFails() {
    datasets.create(NAME, "MovieLens");
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      datasets.addVersion(handle, NAME, DIGEST, manifest("the source"));
                      throw new IllegalStateException("later in the same transaction");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(datasets.versions(NAME, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void refusesVersionsOfAnotherFormat() {
    datasets.create(NAME, "MovieLens");
    DatasetVersionName name = add(manifest("the source"));
    database.write(
        handle ->
            handle.execute(
                "UPDATE dataset_version SET manifest ="
                    + " replace(manifest, '\"formatVersion\":2', '\"formatVersion\":1')"));
    assertRefused(Reason.FORMAT_UNSUPPORTED, () -> datasets.version(name));
    assertRefused(Reason.FORMAT_UNSUPPORTED, () -> datasets.latest(NAME));
  }

  private DatasetVersionName add(DatasetManifest manifest) {
    return database.write(handle -> datasets.addVersion(handle, NAME, DIGEST, manifest).name());
  }

  static DatasetManifest manifest(String source) {
    return new DatasetManifest(
        DatasetManifest.FORMAT_VERSION,
        RatingsForm.values()[0],
        RatingScale.MOVIELENS_HALF_STARS,
        false,
        source,
        0,
        .01,
        new ImportCounts(3, 2, 1, 2, 2, 1, 0),
        Filtering.NONE,
        DataCheck.NOTHING_COMPARED,
        List.of(),
        List.of(
            new DatasetBlob(DatasetBlob.RATINGS, "a".repeat(64), 10),
            new DatasetBlob(DatasetBlob.CATALOGUE, "b".repeat(64), 20),
            new DatasetBlob(DatasetBlob.REJECTS, "c".repeat(64), 0),
            new DatasetBlob(DatasetBlob.DESCRIPTION, "d".repeat(64), 30)));
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MatineeException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
