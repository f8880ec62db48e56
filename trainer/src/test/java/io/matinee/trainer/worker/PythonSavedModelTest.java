package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.split.HashHoldOut;
import io.matinee.trainer.algorithm.KeptChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What data scientists do with a version: Python's TensorFlow predicts the same with it. */
@Tag("release")
class PythonSavedModelTest extends WorkerRuns {

  /** Two models in one process, whose variables have the same names. */
  @Test
  void predictsWhatReadersPredict() throws IOException, InterruptedException {
    Path one = snapshot("one", "3");
    Path other = snapshot("other", "5");

    Process python =
        new ProcessBuilder(
                "../.tools/python-tensorflow/bin/python",
                "../tools/release/saved_model.py",
                one.toString(),
                other.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(python.waitFor()).as(said).isZero();
    assertThat(said).contains(one + ": 100000 predictions", other + ": 100000 predictions");
  }

  private Path snapshot(String name, String epochs) throws IOException {
    Path staging = Files.createDirectory(folder.resolve(name));
    KeptChoice choice =
        new KeptChoice(
            "biased-mf", Map.of("dimensions", "8", "epochs", epochs, "learning-rate", ".05"));
    assertThat(run(spec(folder, staging, null, choice, new HashHoldOut(.2, ""))).status()).isZero();
    return staging;
  }
}
