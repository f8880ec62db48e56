package io.matinee.trainer.algorithm.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where TensorFlow can be used, and what is said where it cannot. */
class TensorFlowLibraryTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, aarch64, macosx-arm64",
    "Mac OS X, x86_64, macosx-x86_64",
    "Windows 11, amd64, windows-x86_64"
  })
  void namesPlatformsAsTheLibrariesDo(String system, String architecture, String platform) {
    assertThat(TensorFlowLibrary.platform(system, architecture)).isEqualTo(platform);
  }

  @Test
  void saysWhichPlatformsThereAreOnAnyOther() {
    assertThat(TensorFlowLibrary.obstacle("macosx-x86_64", _ -> true))
        .hasValue(
            "TensorFlow has no library for macosx-x86_64, only for linux-x86_64, linux-arm64, macosx-arm64");
  }

  @Test
  void saysThatTheProgramWasBuiltWithoutItsLibrary() {
    assertThat(TensorFlowLibrary.obstacle("linux-arm64", _ -> false).orElseThrow())
        .contains("built without", "linux-arm64", "MATINEE_TENSORFLOW_PLATFORM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/linux-x86_64/", "/linux-x86_64-gpu/"})
  void isSatisfiedWithEitherLibrary(String folder) {
    assertThat(TensorFlowLibrary.obstacle("linux-x86_64", it -> it.contains(folder))).isEmpty();
  }

  @Test
  void aGpuIsUsedWithTheLibraryForGpusAlone() {
    assertThat(TensorFlowLibrary.gpuObstacle("linux-x86_64", it -> it.contains("_64/")))
        .hasValueSatisfying(it -> assertThat(it).contains("linux-x86_64-gpu"));
    assertThat(TensorFlowLibrary.gpuObstacle("linux-x86_64", it -> it.contains("-gpu/"))).isEmpty();
  }

  /** Others would be refused by TensorFlow itself, in the middle of a run. */
  @Test
  void everyAlgorithmOnTensorFlowAsksForIt() {
    List<AlgorithmDescription> onTensorFlow =
        AlgorithmCatalogue.all().stream().filter(AlgorithmDescription::tensorflow).toList();
    assertThat(onTensorFlow).isNotEmpty();
    for (AlgorithmDescription description : onTensorFlow) {
      Algorithm algorithm = AlgorithmCatalogue.algorithm(description.id()).orElseThrow();
      assertThat(algorithm).isInstanceOf(TensorFlowAlgorithm.class);
      assertThat(algorithm.obstacle()).isEqualTo(TensorFlowLibrary.obstacle());
    }
  }
}
