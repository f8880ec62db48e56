package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.proto.trainer.v1.ExportModelVersionRequest;
import io.matinee.proto.trainer.v1.ScorerFormat;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
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
class ScorerExportNotebookTest extends RunningRegistry {
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
    List<String> blocks =
        LINES
            .matcher(Files.readString(Path.of("..", "docs", "algorithms.md")))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertThat(blocks).hasSize(2);
    for (String block : blocks) {
      List<String> written = python(block + "\nprint(*s['movie_ids'])\nprint(*scores)\n");
      assertThat(written.getFirst().split(" ")).hasSize(20).startsWith("1", "2");
      assertSameScores(written.getLast().split(" "));
    }
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
    ExportModelVersionRequest request =
        ExportModelVersionRequest.newBuilder()
            .setName(version)
            .setScorer(Task.TASK_RATING)
            .setFormat(format)
            .build();
    try (OutputStream output = Files.newOutputStream(file)) {
      var parts = registry().exportModelVersion(request);
      while (parts.hasNext()) {
        parts.next().getChunk().writeTo(output);
      }
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
