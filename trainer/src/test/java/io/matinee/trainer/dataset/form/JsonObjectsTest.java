package io.matinee.trainer.dataset.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonObjectsTest {
  private final JsonObjects objects = new JsonObjects(RatingsColumn.READ);

  static Stream<Arguments> ratings() {
    return Stream.of(
        argumentSet(
            "numbers",
            "{\"userId\":7,\"movieId\":10,\"rating\":4.50,\"timestamp\":100}",
            List.of("7", "10", "4.50", "100")),
        argumentSet(
            "texts",
            "{\"timestamp\":\"2001-02-03\",\"rating\":\"4\",\"user\":\"a b\",\"item\":\"007\"}",
            List.of("a b", "007", "4", "2001-02-03")),
        argumentSet(
            "more than is read",
            "{\"x\":{\"userId\":9,\"y\":[1,{}]},\"userId\":1,\"movieId\":2,\"rating\":3,\"z\":[true,null]}",
            List.of("1", "2", "3", "")),
        argumentSet(
            "our name before another",
            "{\"item\":1,\"movieId\":2,\"film\":3,\"user\":4,\"rating\":5}",
            List.of("4", "2", "5", "")),
        argumentSet(
            "our name behind an object of another",
            "{\"user\":{\"name\":\"x\"},\"userId\":1,\"movieId\":2,\"movie\":{},\"rating\":3}",
            List.of("1", "2", "3", "")),
        argumentSet(
            "our name behind two others",
            "{\"item\":1,\"film\":2,\"movieId\":3,\"user\":4,\"rating\":5}",
            List.of("4", "3", "5", "")),
        argumentSet("nothing", "{\"userId\":null,\"movieId\":1}", List.of("", "1", "", "")),
        argumentSet(
            "escapes",
            "{\"user\":\"\\u00e9\\\"\",\"movie\":\"\\\\\",\"rating\":1}",
            List.of("é\"", "\\", "1", "")));
  }

  @ParameterizedTest
  @MethodSource("ratings")
  void takesValuesAsTheyAreWritten(String json, List<String> values) {
    assertThat(read(json)).isEmpty();
    assertThat(RatingsColumn.READ.stream().map(objects::value)).isEqualTo(values);
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        argumentSet("no object", "[1]", "is no JSON object"),
        argumentSet("cut", "{\"userId\":1,", "is no whole JSON object"),
        argumentSet("two objects", "{} {}", "has more in its line"),
        argumentSet("other things behind", "{} x", "is no whole JSON object"),
        argumentSet("a list", "{\"userId\":[1]}", "has no plain value for the user"),
        argumentSet("twice", "{\"userId\":1,\"userId\":2}", "says the user twice"),
        argumentSet("two names", "{\"film\":1,\"item\":2}", "can say the movie by two names"),
        argumentSet("a bad number", "{\"rating\":04}", "is no whole JSON object"),
        argumentSet("half a character", "{\"userId\":\"a\\ud800\"}", "half a character"),
        argumentSet("NaN", "{\"rating\":NaN}", "is no whole JSON object"),
        argumentSet("deep", "{\"x\":" + "[".repeat(20_000), "is no whole JSON object"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void saysWhatIsWrong(String json, String problem) {
    assertThat(read(json)).contains(problem);
    assertThat(read("{\"userId\":1}")).isEmpty();
    assertThat(objects.value(RatingsColumn.USER)).isEqualTo("1");
    assertThat(objects.value(RatingsColumn.MOVIE)).isEmpty();
  }

  @Test
  void remembersABoundedNumberOfNames() {
    for (int name = 0; name < 3_000; name++) {
      read("{\"n%d\":1,\"userId\":%d}".formatted(name, name));
      assertThat(objects.value(RatingsColumn.USER)).isEqualTo(Integer.toString(name));
    }
    assertThat(objects.ignored()).hasSizeLessThanOrEqualTo(1_000).contains("n0");
  }

  private String read(String json) {
    byte[] bytes = ("  " + json + "  ").getBytes(StandardCharsets.UTF_8);
    return objects.read(bytes, 1, bytes.length - 1);
  }
}
