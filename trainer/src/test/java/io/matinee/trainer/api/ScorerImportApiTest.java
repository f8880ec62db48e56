package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.proto.model.v1.Lack;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.Scorer;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.ImportModelVersionHeader;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.NoHoldOut;
import io.matinee.proto.trainer.v1.ScorerFormat;
import io.matinee.proto.trainer.v1.ScorerLink;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.TinyModel;
import io.matinee.trainer.name.ModelVersionName;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("process")
class ScorerImportApiTest extends RunningRegistry {
  @ParameterizedTest
  @CsvSource({
    "TASK_RATING, SCORER_FORMAT_NUMPY",
    "TASK_RATING, SCORER_FORMAT_SAFETENSORS",
    "TASK_RANKING, SCORER_FORMAT_NUMPY",
    "TASK_RANKING, SCORER_FORMAT_SAFETENSORS"
  })
  void givesBackWhatWasExportedBitForBit(Task task, ScorerFormat format) throws Exception {
    String exported = publish(model());
    ByteString file = ScorerFiles.export(registry(), exported, task, format);

    ModelVersion imported = imported(header(tinyDataset(), task, file), file);

    assertThat(scorer(imported, task).getAlgorithmId()).isEqualTo("imported");
    assertThat(scorer(imported, task).getFiguresMap())
        .containsEntry("movies_with_factors", 20d)
        .containsEntry("users_with_factors", 12d)
        .containsEntry("movies_without_factors", 0d)
        .containsEntry("users_unknown", 0d);
    BlobRole role = ScorerFileMessages.role(task);
    assertThat(blob(imported.getName(), role)).isEqualTo(blob(exported, role));
    assertThat(described(imported.getName(), role).objective())
        .isEqualTo(described(exported, role).objective());
    assertThat(imported.getServable()).isTrue();
    assertThat(home.staging()).isEmptyDirectory();
  }

  @Test
  void servesBothTasksAndSaysWhatIsMissing() throws Exception {
    ByteString file =
        ScorerFiles.export(
            registry(), publish(model()), Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_NUMPY);
    String dataset = dataset();
    importText(
        dataset,
        "userId,movieId,rating,timestamp\n1,1,4,100\nnew,1,4,100\nnew,2,2,200\n2,stranger,5,300\n",
        ImportOptions.getDefaultInstance());

    ModelVersion version =
        imported(
            header(dataset, Task.TASK_RATING, file).toBuilder()
                .addScorers(Task.TASK_RANKING)
                .build(),
            file);

    assertThat(version.hasRanking()).isTrue();
    assertThat(version.getRating().getFiguresMap())
        .containsEntry("movies_with_factors", 2d)
        .containsEntry("movies_without_factors", 1d)
        .containsEntry("movies_unknown", 18d)
        .containsEntry("users_with_factors", 2d)
        .containsEntry("users_folded_in", 1d)
        .containsEntry("users_without_factors", 0d)
        .containsEntry("users_unknown", 10d);
    assertThat(version.getRating().getHyperParametersMap()).containsKeys("file", "sha256");
  }

  @Test
  void takesTheLinkOfTheCallerOverThatOfTheFile() throws Exception {
    ByteString file =
        ScorerFiles.export(
            registry(), publish(model()), Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_NUMPY);
    ImportModelVersionHeader header =
        header(tinyDataset(), Task.TASK_RANKING, file).toBuilder()
            .setLink(ScorerLink.SCORER_LINK_NONE)
            .setConfidence(3)
            .build();

    ModelVersion version = imported(header, file);

    assertThat(version.getRanking().getLacksList()).containsExactly(Lack.LACK_RATINGS);
    assertThat(described(version.getName(), BlobRole.RANKING).objective())
        .isEqualTo(new FactorObjective.Implicit(50, 0, 3, 4));
  }

  @Test
  void endsWithWhatIsWrongWithTheFile() throws Exception {
    ByteString file =
        ScorerFiles.export(
            registry(),
            publish(model()),
            Task.TASK_RANKING,
            ScorerFormat.SCORER_FORMAT_SAFETENSORS);
    String tiny = tinyDataset();
    String others = dataset();
    importText(others, "userId,movieId,rating\nu,m,4\nu,n,3\n", ImportOptions.getDefaultInstance());

    assertFails(
        ended(send(header(others, Task.TASK_RANKING, file), file)),
        "scorer: movie_ids names nobody of the data set");
    assertFails(ended(send(header(tiny, Task.TASK_RATING, file), file)), "stand for no rating");
    ByteString damaged = file.substring(0, file.size() - 1);
    assertFails(ended(send(header(tiny, Task.TASK_RANKING, damaged), damaged)), "save it again");
    assertThat(home.staging()).isEmptyDirectory();
  }

  @Test
  void refusesBeforeTheRun() throws Exception {
    ByteString file = ByteString.copyFromUtf8("whatever");
    String dataset = tinyDataset();
    ImportModelVersionHeader header = header(dataset, Task.TASK_RANKING, file);

    assertRefused(Reason.UPLOAD_CORRUPT, () -> send(header, ByteString.copyFromUtf8("WHATEVER")));
    assertRefused(
        Reason.INVALID_REQUEST,
        "header.scorers",
        () -> send(header.toBuilder().clearScorers().build(), file));
    assertRefused(
        Reason.DATASET_NOT_FOUND,
        () -> send(header.toBuilder().setDataset("datasets/none").build(), file));
    String watches = dataset();
    importText(watches, "user,movie\n1,1\n2,2\n", ImportOptions.getDefaultInstance());
    assertRefused(
        Reason.EVENT_KIND_MISMATCH,
        "header.scorers",
        () -> send(header(watches, Task.TASK_RATING, file), file));
    assertThat(home.staging()).isEmptyDirectory();
  }

  @Test
  void beginsARepeatedRequestOnce() throws Exception {
    ByteString file =
        ScorerFiles.export(
            registry(), publish(model()), Task.TASK_RANKING, ScorerFormat.SCORER_FORMAT_NUMPY);
    ImportModelVersionHeader header =
        header(tinyDataset(), Task.TASK_RANKING, file).toBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .build();

    Operation first = ended(send(header, file));

    assertThat(send(header, file).getName()).isEqualTo(first.getName());
    assertThat(first.getMetadata().unpack(TrainModelMetadata.class).getAlgorithmId())
        .isEqualTo("imported");
  }

  /** Ratings of all users and movies of the tiny model; returns the data set's name. */
  private String tinyDataset() throws Exception {
    StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
    for (int user = 1; user <= TinyModel.USERS; user++) {
      for (String movie : TinyModel.content(1).catalogue().ids().ids()) {
        rows.append("%d,%s,%d,1000\n".formatted(user, movie, 1 + user % 5));
      }
    }
    String dataset = dataset();
    importText(dataset, rows.toString(), ImportOptions.getDefaultInstance());
    return dataset;
  }

  private static ImportModelVersionHeader header(String dataset, Task task, ByteString file) {
    return ImportModelVersionHeader.newBuilder()
        .setModel(model())
        .setDataset(dataset)
        .addScorers(task)
        .setFile(Uploads.file("scorer", file))
        .setHoldOut(HoldOut.newBuilder().setNone(NoHoldOut.getDefaultInstance()))
        .build();
  }

  private Operation send(ImportModelVersionHeader header, ByteString file) {
    return ScorerFiles.send(channel, header, file);
  }

  private ModelVersion imported(ImportModelVersionHeader header, ByteString file) throws Exception {
    Operation ended = ended(send(header, file));
    assertThat(ended.getError().getMessage()).isEmpty();
    return response(ended, TrainModelResponse.class).getModelVersion();
  }

  private static void assertFails(Operation ended, String problem) throws Exception {
    assertThat(reason(ended)).isEqualTo(Reason.IMPORT_UNREADABLE.name());
    assertThat(ended.getError().getMessage()).contains(problem);
  }

  private static Scorer scorer(ModelVersion version, Task task) {
    return task == Task.TASK_RANKING ? version.getRanking() : version.getRating();
  }

  private Manifest manifest(String version) {
    return versions.get(ModelVersionName.parse(version)).readable();
  }

  private Optional<String> blob(String version, BlobRole role) {
    return manifest(version).blob(role).map(BlobReference::sha256);
  }

  private ScorerManifest described(String version, BlobRole role) {
    return (role == BlobRole.RANKING ? manifest(version).ranking() : manifest(version).rating())
        .orElseThrow();
  }
}
