package io.matinee.trainer.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.form.FormDetection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What imports may read by URI. */
class ImportRootsTest {
  private static final String ROWS = "userId,movieId,rating,timestamp\n1,5,4.0,100\n";

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("root/inside"));
    Files.createDirectories(folder.resolve("rooted"));
    Files.createDirectories(folder.resolve("outside"));
    Files.writeString(folder.resolve("root/inside/ratings.csv"), ROWS);
    Files.writeString(folder.resolve("outside/secret"), "secret");
    Files.writeString(folder.resolve("rooted/secret"), "secret");
    Files.createSymbolicLink(folder.resolve("root/way-out"), folder.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("root/dangling"), folder.resolve("outside/nothing"));
    Files.createSymbolicLink(folder.resolve("root/way-in"), folder.resolve("root/inside"));
    Files.createSymbolicLink(folder.resolve("entrance"), folder.resolve("root"));
  }

  @Test
  void followsWhatLiesInside() throws Exception {
    Path real = folder.toRealPath().resolve("root/inside/ratings.csv");
    assertThat(roots().follow(folder.resolve("root/inside/ratings.csv"))).isEqualTo(real);
    assertThat(roots().follow(folder.resolve("root/./way-in/ratings.csv"))).isEqualTo(real);
    ImportRoots linked = new ImportRoots(List.of(folder.resolve("entrance")));
    assertThat(linked.follow(folder.resolve("entrance/inside/ratings.csv"))).isEqualTo(real);
  }

  static Stream<Arguments> elsewhere() {
    return Stream.of(
        argumentSet("outside", "outside/secret"),
        argumentSet("outside, not there", "outside/nothing"),
        argumentSet("beside, with the root's name in front", "rooted/secret"),
        argumentSet("inside, not there", "root/nothing"),
        argumentSet("out by dots", "root/../outside/secret"),
        argumentSet("out and in by dots", "root/../root/inside/ratings.csv"),
        argumentSet("out by a link", "root/way-out/secret"),
        argumentSet("out by a link, not there", "root/way-out/nothing"),
        argumentSet("a link to nothing", "root/dangling"),
        argumentSet("in by a link from outside", "entrance/inside/ratings.csv"),
        argumentSet("a file as a folder", "root/inside/ratings.csv/x"));
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void refusesAllElseInTheSameWords(String path) {
    MatineeException refusal = refusal(roots(), path);
    assertThat(refusal.reason()).isEqualTo(Reason.IMPORT_PATH_REFUSED);
    assertThat(refusal).hasMessage(refusal(roots(), "outside/nothing").getMessage());
    assertThat(refusal.getMessage()).doesNotContain(folder.toString());
  }

  @Test
  void refusesEveryPathWithoutARootAndSaysTheFix() {
    MatineeException refusal = refusal(new ImportRoots(List.of()), "root/inside/ratings.csv");
    assertThat(refusal.reason()).isEqualTo(Reason.IMPORT_PATH_REFUSED);
    assertThat(refusal).hasMessageContaining("MATINEE_TRAINER_IMPORT_ROOTS");
  }

  @Test
  void readsNoCompanionThatLiesOutside() throws Exception {
    Path data = folder.resolve("root/inside");
    Files.writeString(folder.resolve("outside/movies.csv"), "movieId,title,genres\n5,Heat,\n");
    Files.createSymbolicLink(data.resolve("movies.csv"), folder.resolve("outside/movies.csv"));
    Files.createSymbolicLink(data.resolve("u.data"), folder.resolve("outside/secret"));
    SourceFiles found = (SourceFiles) locator().locate(data, FormDetection.UNAIDED);
    assertThat(found.ratings()).containsExactly(data.resolve("ratings.csv"));
    assertThat(found.beside()).isEmpty();
    MatineeException refusal =
        catchThrowableOfType(
            MatineeException.class,
            () ->
                locator()
                    .locate(
                        data,
                        new FormDetection(Optional.of(RatingsForm.MOVIELENS_DATA), List.of())));
    assertThat(refusal).hasMessageContaining("holds no u.data");
  }

  private SourceLocator locator() {
    return new SourceLocator(
        folder.resolve("unpacked"), new ImportLimits(1_000, 10, 256), roots()::hold, () -> {});
  }

  private ImportRoots roots() {
    return new ImportRoots(List.of(folder.resolve("root"), folder.resolve("missing")));
  }

  private MatineeException refusal(ImportRoots roots, String path) {
    return catchThrowableOfType(MatineeException.class, () -> roots.follow(folder.resolve(path)));
  }
}
