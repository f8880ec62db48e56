package io.matinee.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsentFilesTest {
  @TempDir Path folder;

  @Test
  void namesWhatLiesBesideTheRatings() throws IOException {
    write("ratings.csv", "ratings.csv.gz", "films.csv", "README");
    Files.createDirectory(folder.resolve("below"));
    assertThat(unsent()).contains("these files were not read: README, films.csv");
  }

  @Test
  void saysHowRatingsOfAnotherNameAreRead() throws IOException {
    write("train.csv", "movies.csv");
    assertThat(unsent())
        .contains(
            "these files were not read: train.csv;"
                + " one with ratings is read when it is called ratings.csv, or given itself");
  }

  @Test
  void namesTenAtMost() throws IOException {
    write("ratings.csv");
    for (int file = 10; file < 22; file++) {
      write(file + ".txt");
    }
    assertThat(unsent().orElseThrow()).endsWith("18.txt, 19.txt and 2 more");
  }

  @Test
  void saysNothingWhereAllIsSent() throws IOException {
    write("ratings.csv", "Movies.CSV");
    assertThat(unsent()).isEmpty();
  }

  private Optional<String> unsent() {
    return UnsentFiles.beside(LocalFiles.at(folder, Optional.empty())).inWords();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }
}
