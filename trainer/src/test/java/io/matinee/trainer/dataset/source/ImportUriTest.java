package io.matinee.trainer.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportUriTest {
  private static final String AS_IT_IS = "/-._~!$&'()*+,;=:@";

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars(" %#?+;&=/\\\"\0\n\u007f25aZ\u00e9\u6620")
        .withChars(Character.toChars(0x1F3AC))
        .all()
        .ofMaxLength(20)
        .filter(ImportUriTest::isUnicode);
  }

  /** Every byte may be encoded; decoded once, a name is what it was. */
  @Property(seed = "8089")
  void decodesWhatWasEncodedOnce(@ForAll("names") String name, @ForAll boolean all) {
    String encoded = encoded("/" + name, all);
    assertThat(ImportUri.pathText("file://" + encoded)).isEqualTo("/" + name);
    assertThat(ImportUri.pathText("file://localhost" + encoded)).isEqualTo("/" + name);
    assertThat(ImportUri.pathText("FILE://" + encoded(encoded, true))).isEqualTo(encoded);
  }

  /** Whatever comes in, a path comes out, or a refusal that names the field. */
  @Property(seed = "8089")
  void refusesAllElse(@ForAll("names") String name) {
    try {
      assertThat(ImportUri.path("file:///" + name)).isAbsolute();
    } catch (MatineeException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.INVALID_REQUEST);
      assertThat(refused.field().orElseThrow().field()).isEqualTo("uri");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file:///import/ml-20m, /import/ml-20m",
    "file:/import/ml-20m/, /import/ml-20m",
    "file://LocalHost/a%20b+c.csv, /a b+c.csv",
    "file:///a%2525, /a%25",
    "file:///a%2Fb, /a/b",
    "file:///a%3Fb%23c, /a?b#c"
  })
  void readsPaths(String uri, String path) {
    assertThat(ImportUri.path(uri)).isEqualTo(Path.of(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/import/ratings.csv | must begin with a scheme",
        "s3://bucket/ratings.csv | the one that is known is file",
        "file://elsewhere/ratings.csv | must have no host",
        "file://localhost:80/ratings.csv | must have no host",
        "file:///ratings.csv?x | must have no query and no fragment",
        "file:///ratings.csv# | must have no query and no fragment",
        "file:ratings.csv | must name an absolute path",
        "file:///a b | is not a URI",
        "file:///a%2 | is not a URI",
        "file:///a%FF | must encode the bytes of UTF-8",
        "file:///a%00 | is not a path"
      })
  void saysWhatIsWrong(String uri, String problem) {
    MatineeException refusal =
        catchThrowableOfType(MatineeException.class, () -> ImportUri.path(uri));
    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_REQUEST);
    assertThat(refusal).hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file:", "file://", "://", "%", "file:///\u0000"})
  void refusesWhatIsNone(String uri) {
    assertThat(catchThrowableOfType(MatineeException.class, () -> ImportUri.path(uri)).reason())
        .isEqualTo(Reason.INVALID_REQUEST);
  }

  /** The plain oracle: a byte is itself where a URI takes it as it is, else % and its digits. */
  private static String encoded(String path, boolean all) {
    StringBuilder text = new StringBuilder();
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (unit & 0xff);
      boolean plain =
          character == '/'
              || (!all
                  && character < 128
                  && (Character.isLetterOrDigit(character) || AS_IT_IS.indexOf(character) >= 0));
      text.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
    }
    return text.toString();
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
