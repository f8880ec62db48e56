package io.matinee.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir Path folder;

  @Test
  void takesWhatAnImportReadsAndNothingElse() throws IOException {
    write("diary.txt", "genome-scores.csv", "movies.csv", "ratings.csv", "Tags.CSV", "u.item");
    assertThat(LocalFiles.at(folder, Optional.empty()))
        .isEqualTo(files("ratings.csv", "movies.csv", "Tags.CSV"));
  }

  @Test
  void takesThePackedFileWhereThePlainOneIsMissing() throws IOException {
    write("ratings.csv.gz", "movies.csv", "movies.csv.gz");
    assertThat(LocalFiles.at(folder, Optional.empty()))
        .isEqualTo(files("ratings.csv.gz", "movies.csv"));
  }

  @Test
  void takesTheFilesOfTheFormThatIsAskedFor() throws IOException {
    write("ratings.csv", "ratings.dat", "movies.dat", "u.data", "u.item");
    assertThat(LocalFiles.at(folder, Optional.of(FileForm.dat)))
        .isEqualTo(files("ratings.dat", "movies.dat"));
    assertThat(LocalFiles.at(folder, Optional.of(FileForm.data)))
        .isEqualTo(files("u.data", "u.item"));
  }

  @Test
  void takesAllPartsOfRatingsThatComeInSeveralFiles() throws IOException {
    write("combined_data_1.txt", "combined_data_2.txt.gz", "movie_titles.csv", "README");
    assertThat(LocalFiles.at(folder, Optional.empty()))
        .isEqualTo(files("combined_data_1.txt", "combined_data_2.txt.gz", "movie_titles.csv"));
    write("ratings.csv");
    assertThatThrownBy(() -> LocalFiles.at(folder, Optional.empty()))
        .hasMessageContaining("several files of ratings: combined_data_1.txt and ratings.csv");
    assertThat(LocalFiles.at(folder, Optional.of(FileForm.delimited)))
        .isEqualTo(files("ratings.csv", "movie_titles.csv"));
  }

  @Test
  void takesRatingsByTheirOtherNames() throws IOException {
    write("Ratings.TSV.gz", "movies.csv");
    assertThat(LocalFiles.at(folder, Optional.empty()))
        .isEqualTo(files("Ratings.TSV.gz", "movies.csv"));
  }

  @Test
  void takesRatingsBesideWatchesAndWatchesAlone() throws IOException {
    write("watches.csv", "movies.csv");
    assertThat(LocalFiles.at(folder, Optional.empty()))
        .isEqualTo(files("watches.csv", "movies.csv"));
    write("ratings.csv.gz");
    LocalFiles both = LocalFiles.at(folder, Optional.empty());
    assertThat(both).isEqualTo(files("ratings.csv.gz", "movies.csv"));
    assertThat(UnsentFiles.beside(both).names()).containsExactly("watches.csv");
  }

  @Test
  void looksIntoTheFoldersBelow() throws IOException {
    Path below = Files.createDirectory(folder.resolve("ml-20m"));
    Files.createFile(below.resolve("ratings.csv"));
    write("movies.csv");
    assertThat(LocalFiles.at(folder, Optional.empty()))
        .isEqualTo(new LocalFiles(List.of(below.resolve("ratings.csv")), "ml-20m"));
  }

  @Test
  void takesTheNearestRatingsHoweverDeepAndThroughLinks() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a=1/[b]/*"));
    Files.createFile(deep.resolve("ratings.csv"));
    Files.createDirectories(folder.resolve("__MACOSX"));
    Files.createFile(folder.resolve("__MACOSX/ratings.csv"));
    Files.createSymbolicLink(deep.resolve("back"), folder);
    assertThat(LocalFiles.at(folder, Optional.empty()))
        .isEqualTo(new LocalFiles(List.of(deep.resolve("ratings.csv")), "*"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), deep);
    assertThat(LocalFiles.at(link, Optional.empty()))
        .isEqualTo(new LocalFiles(List.of(link.resolve("ratings.csv")), "link"));
  }

  @Test
  void refusesSeveralFilesOfRatingsNamingTwo() throws IOException {
    Files.createDirectories(folder.resolve("small"));
    Files.createDirectories(folder.resolve("large"));
    write("small/ratings.csv", "large/ratings.dat");
    assertThatThrownBy(() -> LocalFiles.at(folder, Optional.empty()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("several files of ratings: large/ratings.dat and small/ratings.csv");
    assertThat(LocalFiles.at(folder, Optional.of(FileForm.delimited)).source()).isEqualTo("small");
  }

  @Test
  void takesASingleFileAsItIs() throws IOException {
    write("films.zip");
    assertThat(LocalFiles.at(folder.resolve("films.zip"), Optional.empty()))
        .isEqualTo(new LocalFiles(List.of(folder.resolve("films.zip")), "films.zip"));
  }

  @Test
  void takesMoviesAlone() throws IOException {
    write("diary.txt", "movies.csv", "tags.csv");
    assertThat(LocalFiles.at(folder, Optional.empty())).isEqualTo(files("movies.csv", "tags.csv"));
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    write("diary.txt");
    assertThatThrownBy(() -> LocalFiles.at(folder, Optional.empty()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("holds no ratings.csv or ratings.dat or u.data");
    assertThatThrownBy(() -> LocalFiles.at(folder.resolve("nothing"), Optional.empty()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("does not exist");
  }

  private LocalFiles files(String... names) {
    return new LocalFiles(
        List.of(names).stream().map(folder::resolve).toList(),
        String.valueOf(folder.getFileName()));
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }
}
