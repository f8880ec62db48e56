package io.matinee.trainer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.testing.SettableClock;
import io.matinee.runtime.testing.TinyModel;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions, aliases and evaluations as their tables keep them. */
class RegistryTest {
  private static final ModelName MODEL = new ModelName("movies");
  private static final ModelVersionName FIRST = new ModelVersionName("movies", 1);
  private static final ModelVersionName SECOND = new ModelVersionName("movies", 2);
  private static final AliasName PRODUCTION = new AliasName("movies", "production");

  private static final EvaluationFilter EVERY = new EvaluationFilter("", 0, "");

  private static final ExpectedEtag NONE = new ExpectedEtag("");
  private static final ExpectedEtag ANY = new ExpectedEtag("*");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private ModelVersions versions;
  private ModelVersionDeletion deletion;
  private Aliases aliases;
  private Evaluations evaluations;
  private Models models;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @BeforeEach
  void open() {
    database = database().open(folder, () -> {});
    versions = new ModelVersions(database, clock);
    deletion = new ModelVersionDeletion(database, new ReaderLeases(Duration.ofMinutes(2), clock));
    aliases = new Aliases(database, clock);
    evaluations = new Evaluations(database, clock);
    models = new Models(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void numbersVersionsAndListsTheNewestFirst() throws IOException {
    assertThat(publish(1)).isEqualTo(FIRST);
    assertThat(publish(2)).isEqualTo(SECOND);
    assertThat(versions.list(MODEL, Long.MAX_VALUE, PageRoom.of(10)))
        .extracting(ModelVersion::name)
        .containsExactly(SECOND, FIRST);
    assertThat(versions.list(MODEL, 2, PageRoom.of(10)))
        .extracting(ModelVersion::name)
        .containsExactly(FIRST);
    ModelVersion version = versions.get(FIRST);
    assertThat(version.createTime()).isEqualTo(clock.instant());
    assertThat(version.manifest()).isPresent();
    assertThat(version.blobs().getFirst().name()).isEqualTo("manifest");
    assertThat(versions.referencedBlobs())
        .containsAll(version.blobs().stream().map(blob -> blob.sha256()).toList());
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND, () -> versions.get(new ModelVersionName("movies", 3)));
  }

  @Test
  void aModelIsMadeByItsFirstVersion() throws IOException {
    assertRefused(Reason.MODEL_NOT_FOUND, () -> models.get(MODEL));
    publish(1);
    Model made = models.get(MODEL);
    assertThat(made.displayName()).isEmpty();
    assertThat(made.createTime()).isEqualTo(clock.instant()).isEqualTo(made.updateTime());
    clock.advance(Duration.ofSeconds(1));
    publish(2);
    assertThat(models.get(MODEL)).isEqualTo(made);
    assertThat(models.list("", 10)).containsExactly(made);
    assertThat(models.list("movies", 10)).isEmpty();
  }

  @Test
  void changesAModelOnlyFromTheStateThatTheCallerKnowsAndKeepsAnAudit() throws IOException {
    publish(1);
    Model made = models.get(MODEL);
    ExpectedEtag known = new ExpectedEtag(made.etag());
    assertRefused(Reason.ETAG_MISMATCH, () -> rename(NONE, "nobody's"));
    assertRefused(
        Reason.MODEL_NOT_FOUND,
        () -> models.update(new ModelName("none"), ANY, model -> model, "not there"));
    clock.advance(Duration.ofSeconds(1));
    Model named = rename(known, "Films for tonight");
    assertThat(named.updateTime()).isEqualTo(clock.instant()).isAfter(named.createTime());
    assertThat(models.get(MODEL)).isEqualTo(named);
    assertRefused(Reason.ETAG_MISMATCH, () -> rename(known, "too late"));
    Model again = rename(ANY, "Films");
    assertThat(again.etag()).isNotEqualTo(named.etag());
    List<String> audit =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT display_name_before || '>' || display_name_after || '>' || reason"
                            + " FROM model_audit ORDER BY display_name_before")
                    .mapTo(String.class)
                    .list());
    assertThat(audit)
        .containsExactly(">Films for tonight>a test", "Films for tonight>Films>a test");
  }

  private Model rename(ExpectedEtag expected, String displayName) {
    return models.update(MODEL, expected, model -> model.withDisplayName(displayName), "a test");
  }

  @Test
  void deletesAVersionWithItsEvaluationsAndNeverGivesItsNumberAgain() throws IOException {
    publish(1);
    publish(2);
    evaluations.attach(content("of-first", FIRST));
    evaluations.attach(content("of-second", SECOND));

    deletion.delete(SECOND);

    assertRefused(Reason.MODEL_VERSION_NOT_FOUND, () -> versions.get(SECOND));
    assertRefused(Reason.MODEL_VERSION_NOT_FOUND, () -> deletion.delete(SECOND));
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND,
        () -> aliases.set(PRODUCTION, Optional.of(SECOND), NONE, "too late"));
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND, () -> evaluations.attach(content("late", SECOND)));
    assertThat(evaluations.list(EVERY, Optional.empty(), PageRoom.of(10)))
        .extracting(evaluation -> evaluation.content().id())
        .containsExactly("of-first");
    assertThat(versions.referencedBlobs())
        .containsExactlyInAnyOrderElementsOf(
            versions.get(FIRST).blobs().stream().map(BlobReference::sha256).distinct().toList());
    assertThat(publish(3)).isEqualTo(new ModelVersionName("movies", 3));
    deletion.delete(FIRST);
    deletion.delete(new ModelVersionName("movies", 3));
    assertThat(models.get(MODEL).name()).isEqualTo(MODEL);
    assertThat(publish(4)).isEqualTo(new ModelVersionName("movies", 4));
  }

  @Test
  void aVersionStaysWhileAnAliasOrAnOperationNeedsItWhichAreNamed() throws IOException {
    publish(1);
    publish(2);
    aliases.set(PRODUCTION, Optional.of(FIRST), NONE, "the first");
    aliases.set(new AliasName("movies", "candidate"), Optional.of(FIRST), NONE, "the first");
    new OperationTable(database)
        .save(TestOperations.active("verify-1", "{\"modelVersion\": \"%s\"}".formatted(FIRST)));

    assertThatThrownBy(() -> deletion.delete(FIRST))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.RESOURCE_IN_USE);
              assertThat(refused.metadata())
                  .containsEntry("resource", FIRST.toString())
                  .containsEntry(
                      "needed_by",
                      "models/movies/aliases/candidate, models/movies/aliases/production,"
                          + " trainer/operations/verify-1");
            });
    assertThat(versions.get(FIRST).name()).isEqualTo(FIRST);
    deletion.delete(SECOND);
    aliases.set(PRODUCTION, Optional.empty(), ANY, "none");
    aliases.set(new AliasName("movies", "candidate"), Optional.empty(), ANY, "none");
    new OperationTable(database).delete("verify-1");
    deletion.delete(FIRST);
    assertThat(versions.list(MODEL, Long.MAX_VALUE, PageRoom.of(10))).isEmpty();
  }

  @Test
  void movesAnAliasOnlyFromTheStateThatTheCallerKnows() throws IOException {
    publish(1);
    assertRefused(Reason.ALIAS_NOT_FOUND, () -> aliases.get(PRODUCTION));
    Alias made = aliases.set(PRODUCTION, Optional.of(FIRST), NONE, "the first");
    assertRefused(
        Reason.ETAG_MISMATCH, () -> aliases.set(PRODUCTION, Optional.empty(), NONE, "too late"));
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND,
        () ->
            aliases.set(
                PRODUCTION, Optional.of(SECOND), new ExpectedEtag(made.etag()), "not there yet"));
    assertThat(aliases.get(PRODUCTION)).isEqualTo(made);
    publish(2);
    String longest = "better ".repeat(585);
    Alias moved =
        aliases.set(PRODUCTION, Optional.of(SECOND), new ExpectedEtag(made.etag()), longest);
    assertThat(moved.etag()).isNotEqualTo(made.etag());
    Alias emptied = aliases.set(PRODUCTION, Optional.empty(), ANY, "none for now");
    assertThat(aliases.get(PRODUCTION)).isEqualTo(emptied);
    assertThat(emptied.version()).isEmpty();
  }

  @Test
  void listsAliasesById() throws IOException {
    publish(1);
    Stream.of("b", "a", "c")
        .forEach(
            id -> aliases.set(new AliasName("movies", id), Optional.of(FIRST), NONE, "for " + id));
    assertThat(aliases.list(MODEL, "", 2))
        .extracting(alias -> alias.name().alias())
        .containsExactly("a", "b");
    assertThat(aliases.list(MODEL, "b", 2))
        .extracting(alias -> alias.name().alias())
        .containsExactly("c");
  }

  @Test
  void keepsTheNewestEvaluationsOfASubject() throws IOException {
    publish(1);
    publish(2);
    evaluations.attach(content("of-another", SECOND));
    IntStream.range(0, Evaluations.KEPT + 3)
        .forEach(
            i -> {
              clock.advance(Duration.ofSeconds(1));
              evaluations.attach(content("e" + i, FIRST));
            });
    assertThat(
            evaluations.list(
                new EvaluationFilter("movies", 1, ""), Optional.empty(), PageRoom.of(1000)))
        .hasSize(Evaluations.KEPT)
        .extracting(evaluation -> evaluation.content().id())
        .startsWith("e" + (Evaluations.KEPT + 2))
        .endsWith("e3");
    assertThat(evaluations.get("of-another").content().subject()).isEqualTo(SECOND);
    assertRefused(Reason.EVALUATION_NOT_FOUND, () -> evaluations.get("e2"));
  }

  @Test
  void listsEvaluationsOfOneMomentOnceEach() throws IOException {
    publish(1);
    Stream.of("b", "a", "c").forEach(id -> evaluations.attach(content(id, FIRST)));
    PageRoom room = PageRoom.of(2);
    assertThat(evaluations.list(EVERY, Optional.empty(), room))
        .extracting(evaluation -> evaluation.content().id())
        .containsExactly("c", "b", "a");
    EvaluationPosition behind = EvaluationPosition.of(evaluations.get("b"));
    assertThat(evaluations.list(EVERY, Optional.of(behind), room))
        .extracting(evaluation -> evaluation.content().id())
        .containsExactly("a");
  }

  /** A thousand could take 500 MB. */
  @Test
  void readsFewVersionsAndEvaluationsAtOnceForTheLargestPage() {
    PageRoom room = PageRoom.of(1000);
    assertThat(evaluations.list(EVERY, Optional.empty(), room).size()).isEqualTo(16);
    assertThat(versions.list(MODEL, Long.MAX_VALUE, room).size()).isEqualTo(16);
  }

  private static EvaluationContent content(String id, ModelVersionName subject) {
    return new EvaluationContent(id, subject, "a".repeat(64), "{}");
  }

  @Test
  void pointsNoAliasAtAVersionForEvaluationOnly() throws IOException {
    Path snapshot = snapshot(1);
    Path manifest = snapshot.resolve(Manifest.FILE_NAME);
    Files.writeString(
        manifest, Files.readString(manifest).replaceAll("(\"servable\" ?: ?)true", "$1false"));
    ModelVersionName version = publish(snapshot);

    assertRefused(
        Reason.NOT_SERVABLE, () -> aliases.set(PRODUCTION, Optional.of(version), NONE, ""));
    assertThat(aliases.state(PRODUCTION).version()).isEmpty();
  }

  @Test
  void tellsOfAVersionWhoseManifestItCannotReadByItsBlobs() throws IOException {
    publish(1);
    publish(2);
    List<BlobReference> blobs = versions.get(FIRST).blobs();
    for (String unreadable :
        List.of("{\"formatVersion\":1}", "{\"formatVersion\":4}", "no manifest")) {
      replaceManifest(FIRST, unreadable);
      assertThat(versions.list(MODEL, Long.MAX_VALUE, PageRoom.of(10)))
          .extracting(version -> version.manifest().isPresent())
          .containsExactly(true, false);
      assertThat(versions.get(FIRST).blobs()).isEqualTo(blobs);
    }
  }

  @Test
  void pointsNoAliasAtAVersionOfAFormatThatItDoesNotRead() throws IOException {
    publish(1);
    replaceManifest(FIRST, "{\"formatVersion\":1}");

    assertThatThrownBy(() -> aliases.set(PRODUCTION, Optional.of(FIRST), NONE, ""))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.FORMAT_UNSUPPORTED);
              assertThat(refused)
                  .hasMessageContaining("format version 1 is not supported")
                  .hasMessageContaining("train again");
              assertThat(refused.metadata()).containsEntry("model_version", FIRST.toString());
            });
    assertThat(aliases.state(PRODUCTION).version()).isEmpty();
  }

  private void replaceManifest(ModelVersionName version, String json) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE model_version SET manifest = ? WHERE version_number = ?",
                json,
                version.number()));
  }

  private ModelVersionName publish(long seed) throws IOException {
    return publish(snapshot(seed));
  }

  private Path snapshot(long seed) throws IOException {
    Path snapshot = Files.createDirectories(folder.resolve("snapshot" + seed));
    TinyModel.write(snapshot, seed);
    return snapshot;
  }

  private ModelVersionName publish(Path snapshot) throws IOException {
    Path blobs = Files.createDirectories(folder.resolve("sha256"));
    return new Publisher(database, new FolderBlobStore(blobs, clock), versions, step -> {})
        .publish(MODEL, snapshot, (handle, version) -> {})
        .name();
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MatineeException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
