package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The bytes and lines that titles are written in. */
class CatalogueEncodingTest extends OpenCatalogue {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void readsATitleOverTwoLinesAsOne() throws Exception {
    String text = "movieId,title,genres\n1,\"Film\r\n1 (1951)\",Drama\n2,Alien (1979),Horror\n";
    assertThat(folder.with("movies.csv", text).movies())
        .containsExactly("1;Film 1;1951;Drama;;;", "2;Alien;1979;Horror;;;");
  }

  @Test
  void readsWindowsAndLatinFiles() throws Exception {
    String text = "movieId,title,genres\n1,It\u2019s \u00e9t\u00e9 (1951),Drama\n";
    assertThat(folder.with("movies.csv", text, WINDOWS).movies())
        .containsExactly("1;It\u2019s \u00e9t\u00e9;1951;Drama;;;");
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(
                NoteKind.BYTES_NOT_UTF8,
                "movies.csv",
                3,
                "bytes that are no UTF-8: 3; fields with them were read as windows-1252"));
  }

  @Test
  void aStrayByteSpoilsItsOwnTitleAlone() throws Exception {
    String good = "movieId,title,genres\n1,Caf\u00e9 Noir (1952),Drama\n2,";
    byte[] bytes = (good + "? (1955),Drama\n").getBytes(StandardCharsets.UTF_8);
    bytes[good.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xF1;
    assertThat(folder.with("movies.csv", bytes).movies())
        .startsWith("1;Caf\u00e9 Noir;1952;Drama;;;")
        .hasSize(2);
  }

  @Test
  void readsUtf16ByItsMark() throws Exception {
    String text = "movieId,title,genres\n1,Caf\u00e9 (1952),Drama\n";
    assertThat(folder.with("movies.csv", text, StandardCharsets.UTF_16).movies())
        .containsExactly("1;Caf\u00e9;1952;Drama;;;");
    byte[] little = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    assertThat(folder.with("movies.csv", little).movies())
        .containsExactly("1;Caf\u00e9;1952;Drama;;;");
  }
}
