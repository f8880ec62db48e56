package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.Profiles;
import io.matinee.cli.suite.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line reads the files of settings that the quick start shows. */
class DocumentedSettingsTest {
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");

  @TempDir Path folder;

  @Test
  void aProfileHasAllKeys() throws IOException {
    assertThat(new Profiles(shown(0)).profile("cluster"))
        .containsOnlyKeys(
            "trainer", "serving", "similarity", "metrics", "ca", "cert", "key", "token");
  }

  @Test
  void settingsOfATrainingAreNested() throws IOException {
    assertThat(TrainingSettings.read(shown(1)).values())
        .containsEntry("dataset", "movielens")
        .containsEntry("hold_out.last_per_user", "2")
        .containsEntry("ranking.dimensions", "32")
        .containsEntry("rating.algorithm", "none");
  }

  private Path shown(int number) throws IOException {
    String text = Files.readString(Repository.root().resolve("docs/quick-start.md"));
    List<String> blocks = YAML.matcher(text).results().map(block -> block.group(1)).toList();
    return Files.writeString(folder.resolve("shown.yaml"), blocks.get(number));
  }
}
