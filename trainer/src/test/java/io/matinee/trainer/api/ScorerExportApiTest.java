package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.matinee.model.scoring.FactorModel;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.ExportModelVersionRequest;
import io.matinee.proto.trainer.v1.ScorerFormat;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.TinyModel;
import io.matinee.trainer.query.QueryEngine;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class ScorerExportApiTest extends RunningRegistry {
  private static final FactorModel RATING =
      (FactorModel) TinyModel.content(1).rating().orElseThrow();

  @Test
  void sendsSafetensors() throws Exception {
    String version = publish(model());
    ByteString file = export(version, Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_SAFETENSORS);

    ByteBuffer bytes = file.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    String header = file.substring(8, 8 + (int) bytes.getLong(0)).toString(StandardCharsets.UTF_8);
    assertThat(header)
        .contains(
            "\"model_version\":\"" + version + "\"",
            "\"scorer\":\"rating\"",
            "\"algorithm\":\"biased-mf\"",
            "\"kind\":\"factors\"",
            "\"link\":\"scaled-sigmoid\"",
            "\\\"loss\\\":\\\"squared-sigmoid\\\"",
            "\"movie_ids\":{\"dtype\":\"I64\",\"shape\":[20]",
            "\"user_factors\":{\"dtype\":\"F32\",\"shape\":[12,8]",
            "\"mean\":{\"dtype\":\"F32\",\"shape\":[1]",
            "\"scale\":{\"dtype\":\"F32\",\"shape\":[2]");
  }

  @Test
  void sendsNumpy() throws Exception {
    ByteString file = export(publish(model()), Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_NUMPY);

    ByteBuffer bias = data(file, "movie_bias");
    for (float expected : RATING.movieBias()) {
      assertThat(bias.getFloat()).isEqualTo(expected);
    }
    assertThat(bias.hasRemaining()).isFalse();
    assertThat(data(file, "mean").getFloat()).isEqualTo(RATING.mean());
    assertThat(data(file, "scale").getFloat(4)).isEqualTo(5);
  }

  @Test
  void sendsParquetOfEitherSide() throws Exception {
    String version = publish(model());
    String users =
        parquet(
            "users.parquet",
            export(version, Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_PARQUET_USERS));
    String movies =
        parquet(
            "movies.parquet",
            export(version, Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_PARQUET_MOVIES));

    try (QueryEngine engine = QueryEngine.open(folder, 100)) {
      assertThat(engine.number("SELECT count(*) FROM " + movies)).isEqualTo(20);
      assertThat(
              engine.query(
                  "SELECT id, bias, factors[8] FROM " + users,
                  row -> row.getLong(1) + " " + row.getFloat(2) + " " + row.getFloat(3)))
          .hasSize(TinyModel.USERS)
          .contains("2 " + RATING.userBias()[1] + " " + RATING.userFactors()[15]);
      assertThat(
              engine.query(
                  "SELECT decode(value) FROM parquet_kv_metadata('%s') WHERE decode(key) = 'scale'"
                      .formatted(folder.resolve("users.parquet")),
                  row -> row.getString(1)))
          .containsExactly("0.5 5.0");
    }
  }

  @Test
  void exportsWhatOtherKindsHave() throws Exception {
    String dataset = smallDataset();
    String biases = publish(model(), dataset);
    assertThat(
            data(export(biases, Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_NUMPY), "movie_bias")
                .remaining())
        .isEqualTo(15 * Float.BYTES);
    Operation ended =
        ended(
            training()
                .trainModel(
                    TrainModelRequest.newBuilder()
                        .setModel(model())
                        .setDataset(dataset)
                        .setRanking(AlgorithmChoice.newBuilder().setAlgorithmId("ease"))
                        .build()));
    String neighbours = response(ended, TrainModelResponse.class).getModelVersion().getName();

    assertThat(
            data(export(neighbours, Task.TASK_RANKING, ScorerFormat.SCORER_FORMAT_NUMPY), "indptr")
                .remaining())
        .isEqualTo(16 * Long.BYTES);
    assertRefused(
        Reason.INVALID_REQUEST,
        "format",
        () -> export(neighbours, Task.TASK_RANKING, ScorerFormat.SCORER_FORMAT_PARQUET_MOVIES));
    assertRefused(
        Reason.NO_RATING_SCORER,
        () -> export(neighbours, Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_NUMPY));
    assertThat(home.staging()).isEmptyDirectory();
  }

  @Test
  void refusesWhatIsNotThereAndWhatIsNotSaid() {
    ExportModelVersionRequest request =
        request(model() + "/versions/1", Task.TASK_RANKING, ScorerFormat.SCORER_FORMAT_NUMPY);

    assertRefused(Reason.MODEL_VERSION_NOT_FOUND, () -> read(request));
    assertRefused(
        Reason.INVALID_REQUEST, "scorer", () -> read(request.toBuilder().clearScorer().build()));
    assertRefused(
        Reason.INVALID_REQUEST, "format", () -> read(request.toBuilder().clearFormat().build()));
  }

  private String parquet(String name, ByteString bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, bytes.toByteArray());
    return QueryEngine.parquet(file);
  }

  /** The data of an array in an archive. */
  private static ByteBuffer data(ByteString archive, String name) throws Exception {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !entry.getName().equals(name + ".npy")) {
        entry = zip.getNextEntry();
      }
      assertThat(entry).as(name).isNotNull();
      ByteBuffer array = ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      return array.position(10 + array.getShort(8)).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static ExportModelVersionRequest request(
      String version, Task scorer, ScorerFormat format) {
    return ExportModelVersionRequest.newBuilder()
        .setName(version)
        .setScorer(scorer)
        .setFormat(format)
        .build();
  }

  private ByteString export(String version, Task scorer, ScorerFormat format) {
    return read(request(version, scorer, format));
  }

  private ByteString read(ExportModelVersionRequest request) {
    return ScorerFiles.export(registry(), request);
  }
}
