package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What imports keep of users. */
class ImportUsersTest extends OpenBench {
  @Test
  void readsTheCodesOfOneMillion() throws Exception {
    write("users.dat", "1::F::1::10::48067\n2::M::56::16::70072\n3::M::45::0::55117\n");
    assertThat(bench.users(bench.imported(write("ratings.dat", "1::10::5::978300760\n"))))
        .containsExactly("1,under 18,F,K-12 student", "2,56+,M,self-employed", "3,45-49,M,other");
  }

  @Test
  void readsTheYearsAndWordsOfTheHundredThousand() throws Exception {
    write("u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n3|7|M|student|55436\n");
    assertThat(bench.users(bench.imported(write("u.data", "1\t10\t3\t881250949\n"))))
        .containsExactly("1,18-24,M,technician", "2,50-55,F,other", "3,under 18,M,student");
  }

  @Test
  void readsAnyUsersByTheirHeader() throws Exception {
    write("Users.csv", "name;User_ID;gender;age;zip\nAnn;1;female;33;12345\nBo;2;?;none;9\n");
    assertThat(bench.users(bench.imported(csv()))).containsExactly("1,25-34,F,", "2,,,");
  }

  @Test
  void listsRowsThatAreNoUsers() throws Exception {
    write("users.dat", "1::F::1::10::48067\n2::M\n::M::1::1::1\na\0b::M::1::1::1\n");
    Path file = write("ratings.dat", "1::10::5::978300760\n");
    DatasetVersion version = bench.imported(ImportBench.request(file, Optional.empty(), .9));
    assertThat(bench.users(version)).containsExactly("1,under 18,F,K-12 student");
    assertThat(bench.rejected(version))
        .extracting(row -> row.file() + " " + row.line())
        .containsExactly("users.dat 2", "users.dat 3", "users.dat 4");
  }

  @Test
  void leavesOutAFileOfOtherUsers() throws Exception {
    write("users.dat", "1::177651718\n2::17945688\n"); // MovieTweetings: ids of accounts
    DatasetVersion version = bench.imported(write("ratings.dat", "1::10::5::978300760\n"));
    assertThat(bench.users(version)).isEmpty();
    assertThat(version.manifest().counts().rejected()).isZero();
  }

  @Test
  void keepsTheFirstDescriptionOfAUser() throws Exception {
    write("users.csv", "user,age\n1,20\n1,40\n");
    assertThat(bench.users(bench.imported(csv()))).containsExactly("1,18-24,,");
  }

  @Test
  void saysThatNoneOfTheUsersHasRated() throws Exception {
    write("users.csv", "user,age\nu1,20\nu2,40\n");
    assertThat(ImportBench.notesOnRows(bench.imported(csv())))
        .containsExactly(
            new ImportNote(
                NoteKind.USERS_UNRATED,
                "users.csv",
                2,
                "none of the 2 users that are described has rated: their ids are not those of the"
                    + " ratings"));
    write("users.csv", "user,age\n1,20\nu2,40\n");
    assertThat(ImportBench.notesOnRows(bench.imported(csv()))).isEmpty();
  }

  private Path csv() throws IOException {
    return write("ratings.csv", "userId,movieId,rating\n1,10,4.0\n");
  }
}
