package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.matinee.proto.model.v1.ListOptions;
import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided on the wire agrees with what is decided of the message. */
class WireListsTest {
  private static final int MESSAGES = 60;

  /** The names of lists of numbers, which are not counted there. */
  private static final Set<String> NUMBERS =
      Contracts.fields()
          .filter(field -> field.isRepeated() && field.isPackable())
          .map(FieldDescriptor::getName)
          .collect(Collectors.toSet());

  private final RequestRules rules = new RequestRules();

  static Stream<Message> requests() {
    return Contracts.requests().stream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void findsTheListsThatAreTooLong(Message type) throws IOException {
    WireLists lists = WireLists.of(type.getDescriptorForType());
    GeneratedMessages messages = new GeneratedMessages(11);
    for (int i = 0; i < MESSAGES; i++) {
      Message message = messages.next(type);
      List<Violation> told = rules.violations(message);
      List<Violation> tooLong = told.stream().filter(WireListsTest::isCountedOnTheWire).toList();
      Optional<Violation> onTheWire = lists.tooLong(message.toByteArray());
      boolean allAreTold = told.size() < RequestRules.MOST_VIOLATIONS;
      if (allAreTold) {
        assertThat(onTheWire.stream()).allMatch(found -> isOfOneOf(tooLong, found));
      }
      if (allAreTold || !tooLong.isEmpty()) {
        assertThat(onTheWire.isPresent()).isEqualTo(!tooLong.isEmpty());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void knowsTheLargestValidMessage(Message type) {
    long largest = LargestMessage.bytes(type.getDescriptorForType()).orElseThrow();
    GeneratedMessages messages = new GeneratedMessages(13);
    for (int i = 0; i < MESSAGES; i++) {
      Message message = messages.next(type);
      if (message.getSerializedSize() > largest) {
        assertThat(rules.violations(message)).isNotEmpty();
      }
    }
  }

  @Test
  void findsTheSmallestListsThatAreTooLong() throws IOException {
    PredictRatingsRequest.Builder ids = PredictRatingsRequest.newBuilder();
    ids.addAllMovieIds(Collections.nCopies(1000, ""));
    WireLists lists = WireLists.of(PredictRatingsRequest.getDescriptor());
    assertThat(lists.tooLong(ids.build().toByteArray())).isEmpty();
    assertThat(lists.tooLong(ids.addMovieIds("").build().toByteArray())).isPresent();
    MovieFilter.Builder filter = MovieFilter.newBuilder();
    filter.addAllGenresAny(Collections.nCopies(33, ""));
    assertThat(
            WireLists.of(RecommendRequest.getDescriptor())
                .tooLong(
                    RecommendRequest.newBuilder()
                        .setOptions(ListOptions.newBuilder().setFilter(filter))
                        .build()
                        .toByteArray()))
        .isPresent();
  }

  @Test
  void countsAMessageThatComesInParts() throws IOException {
    RecommendRequest part =
        RecommendRequest.newBuilder()
            .setOptions(
                ListOptions.newBuilder()
                    .setFilter(MovieFilter.newBuilder().addGenresAny("a").addGenresAny("b")))
            .build();
    WireLists lists = WireLists.of(RecommendRequest.getDescriptor());
    assertThat(lists.tooLong(repeat(part.toByteArray(), 16))).isEmpty();
    assertThat(lists.tooLong(repeat(part.toByteArray(), 17)))
        .contains(
            new Violation(
                "options.filter.genres_any",
                "repeated.max_items",
                "value must contain no more than 32 item(s)"));
  }

  @Test
  void addsUpTheBoundsOfAContract() {
    // 1,000 ids of 256 bytes, each with its tag and a length of two bytes, and so on.
    long ids = 1000 * (3 + 256);
    long ratings = 1000 * (3 + (3 + 256) + (1 + 4) + (1 + 10) + (1 + 4));
    long others = (3 + 256) + 2 * (3 + 512);
    assertThat(LargestMessage.bytes(PredictRatingsRequest.getDescriptor()))
        .hasValue(ids + ratings + others);
    assertThat(LargestMessage.bytes(UploadDatasetRequest.getDescriptor()))
        .hasValue(1 + 3 + (1 << 20));
    assertThat(LargestMessage.bytes(RecordRatingsRequest.getDescriptor()).orElseThrow())
        .isBetween(500_000L, 600_000L);
  }

  /** Whether a list is among those told, or in one, which is not looked into once it is told. */
  private static boolean isOfOneOf(List<Violation> told, Violation found) {
    return told.stream().anyMatch(each -> found.field().startsWith(each.field()));
  }

  private static boolean isCountedOnTheWire(Violation violation) {
    String name = violation.field().substring(violation.field().lastIndexOf('.') + 1);
    return violation.rule().equals("map.max_pairs")
        || (violation.rule().equals("repeated.max_items") && !NUMBERS.contains(name));
  }

  private static byte[] repeat(byte[] bytes, int times) {
    byte[] all = new byte[bytes.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes[i % bytes.length];
    }
    return all;
  }
}
