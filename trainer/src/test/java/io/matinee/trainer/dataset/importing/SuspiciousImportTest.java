package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.check.DataFinding;
import io.matinee.trainer.name.DatasetVersionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an import is compared with. */
class SuspiciousImportTest extends OpenBench {
  @Test
  void dataThatIsSuspiciousStaysSoWhenItComesAgain() throws Exception {
    Path all = ratings(40);
    String first = bench.imported(all).name().toString();
    Path few = ratings(4);

    assertSuspicious(first, few);
    assertSuspicious(first, few);
    assertThat(check(all).findings()).isEmpty();
  }

  @Test
  void laterImportsAreComparedWithWhatWasAccepted() throws Exception {
    bench.imported(ratings(40));
    Path few = ratings(4);
    DatasetVersionName second = bench.imported(few).name();

    assertThat(bench.datasets.accept(second, "a smaller town").isSuspicious()).isFalse();

    assertThat(check(few).comparedWith()).isEqualTo(second.toString());
    assertThat(check(few).findings()).isEmpty();
    assertThat(check(ratings(40)).findings()).isNotEmpty();
  }

  private void assertSuspicious(String comparedWith, Path file) throws Exception {
    DataCheck check = check(file);
    assertThat(check.comparedWith()).isEqualTo(comparedWith);
    assertThat(check.findings())
        .extracting(DataFinding::kind)
        .contains(DataFinding.Kind.RATINGS, DataFinding.Kind.LOST_USERS);
  }

  private DataCheck check(Path file) throws Exception {
    return bench.imported(file).manifest().check();
  }

  private Path ratings(int users) throws IOException {
    StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
    for (int user = 1; user <= users; user++) {
      rows.append(user).append(",10,4.0,100\n");
    }
    return Files.writeString(folder.resolve(users + ".csv"), rows);
  }
}
