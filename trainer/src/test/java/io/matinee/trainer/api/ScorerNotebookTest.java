package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.ImportModelVersionHeader;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.NoHoldOut;
import io.matinee.proto.trainer.v1.ScorerFormat;
import io.matinee.proto.trainer.v1.ScorerLink;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.proto.trainer.v1.TrainModelResponse;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lines of Python that the documents show open what is exported, and score as Matinee does. */
@QuarkusTest
@Tag("external")
class ScorerNotebookTest extends RunningRegistry {
  private static final Pattern LINES = Pattern.compile("(?s)```python\n(.*?)```");
  private static final Path PYTHON =
      Path.of("..", ".tools", "python", "bin", "python").toAbsolutePath();

  @Test
  void opensEachFormatInThreeLines() throws Exception {
    String version = publish(model());
    Map.of(
            "scorer.npz", ScorerFormat.SCORER_FORMAT_NUMPY,
            "scorer.safetensors", ScorerFormat.SCORER_FORMAT_SAFETENSORS)
        .forEach((name, format) -> export(version, format, folder.resolve(name)));
    for (String block : blocks().subList(0, 2)) {
      List<String> written = python(block + "\nprint(*s['movie_ids'])\nprint(*scores)\n");
      assertThat(written.getFirst().split(" ")).hasSize(20).startsWith("1", "2");
      assertSameScores(written.getLast().split(" "));
    }
  }

  @Test
  void importsWhatNumpySaves() throws Exception {
    String dataset = dataset();
    importText(
        dataset,
        "user,movie,rating\nAnn,7,4\nAnn,9,2\nBob,7,1\n",
        ImportOptions.getDefaultInstance());
    python(
        """
        import numpy
        numpy.savez_compressed("made.npz", movie_ids=numpy.array([7, 9]), movie_factors=numpy.eye(2),
                               user_ids=numpy.array(["Ann", "Bob"]), user_factors=numpy.ones((2, 2)),
                               movie_bias=numpy.array([.5, .25], "float32"), mean=3.)
        """);
    ByteString file = ByteString.copyFrom(Files.readAllBytes(folder.resolve("made.npz")));
    ImportModelVersionHeader header =
        ImportModelVersionHeader.newBuilder()
            .setModel(model())
            .setDataset(dataset)
            .addScorers(Task.TASK_RATING)
            .setLink(ScorerLink.SCORER_LINK_IDENTITY)
            .setHoldOut(HoldOut.newBuilder().setNone(NoHoldOut.getDefaultInstance()))
            .setFile(Uploads.file("made.npz", file))
            .build();

    Operation ended = ended(ScorerFiles.send(channel, header, file));

    assertThat(ended.getError().getMessage()).isEmpty();
    ModelVersion version = response(ended, TrainModelResponse.class).getModelVersion();
    assertThat(version.getRating().getFiguresMap())
        .containsEntry("users_with_factors", 2d)
        .containsEntry("narrowed_to_float32", 1d);
    Files.write(
        folder.resolve("scorer.npz"),
        ScorerFiles.export(
                registry(), version.getName(), Task.TASK_RATING, ScorerFormat.SCORER_FORMAT_NUMPY)
            .toByteArray());
    assertThat(python(numpyLines() + "\nprint(*scores)\n")).containsExactly("4.5 4.25");
  }

  private static String numpyLines() throws IOException {
    return blocks().getFirst();
  }

  private static List<String> blocks() throws IOException {
    return LINES
        .matcher(Files.readString(Path.of("..", "docs", "algorithms.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private static void assertSameScores(String[] found) {
    FactorScorer scorer =
        FactorScorer.of((FactorModel) TinyModel.content(1).rating().orElseThrow());
    float[] expected = new float[scorer.movieCount()];
    scorer.scoreAll(scorer.user(0).orElseThrow(), expected);
    assertThat(found).hasSameSizeAs(expected);
    for (int movie = 0; movie < expected.length; movie++) {
      assertThat(Float.parseFloat(found[movie])).isCloseTo(expected[movie], within(1e-5f));
    }
  }

  private void export(String version, ScorerFormat format, Path file) {
    try {
      Files.write(
          file, ScorerFiles.export(registry(), version, Task.TASK_RATING, format).toByteArray());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Runs Python in the folder of the files; returns the lines that it prints. */
  private List<String> python(String program) throws Exception {
    assertThat(PYTHON).as("tools/external/install.sh makes it").isExecutable();
    Process process =
        new ProcessBuilder(PYTHON.toString(), "-c", program)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
