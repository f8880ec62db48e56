package io.matinee.bench.faults.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class OddCallsTest {
  private static final int SOME = 500;

  private final OddCalls calls = new OddCalls(7, Vocabulary.ofSuite());

  @Test
  void theSameSeedAndNumberGiveTheSameBytes() {
    OddCalls again = new OddCalls(7, Vocabulary.ofSuite());

    for (int number = SOME; number > 0; number--) {
      OddCall one = calls.call(number);
      OddCall other = again.call(number);
      assertThat(other.body()).as(one.line()).isEqualTo(one.body());
      assertThat(other.headers()).isEqualTo(one.headers());
      assertThat(other.line()).isEqualTo(one.line());
    }
  }

  @Test
  void anotherSeedGivesOtherCalls() {
    OddCalls others = new OddCalls(8, Vocabulary.ofSuite());

    assertThat(lines(others)).doesNotContainSequence(lines(calls));
  }

  @Test
  void everyMethodHasItsTurn() {
    List<Target> targets = Target.all();

    assertThat(targets)
        .extracting(Target::path)
        .contains(
            "/matinee.trainer.v1.RatingsService/RecordRatings",
            "/matinee.serving.v1.RecommendationService/Recommend",
            "/google.longrunning.Operations/WaitOperation",
            "/grpc.health.v1.Health/Watch");
    assertThat(IntStream.range(0, targets.size()).mapToObj(calls::call).map(OddCall::target))
        .containsExactlyElementsOf(targets);
  }

  @Test
  void everyOddityComesUp() {
    String oddities =
        IntStream.range(0, 5_000)
            .mapToObj(calls::call)
            .map(OddCall::oddity)
            .collect(Collectors.joining(" "));

    assertThat(oddities).contains(names(WireMutation.values()));
    assertThat(oddities).contains(names(Framing.values()));
    assertThat(oddities).contains(names(HeaderOddity.values()));
  }

  @Test
  void whatIsDrawnWithoutOddityIsAMessageOfItsType() throws InvalidProtocolBufferException {
    RequestGenerator generator = new RequestGenerator(Vocabulary.ofSuite());
    SplittableRandom random = new SplittableRandom(1);

    for (Target target : Target.all()) {
      Descriptor type = target.method().getInputType();
      byte[] bytes = generator.draw(type, 0, random).toByteArray();
      assertThat(DynamicMessage.parseFrom(type, bytes).getUnknownFields().asMap()).isEmpty();
    }
  }

  @Test
  void aBombIsSmallAndUnpacksToEmptyItems() throws Exception {
    byte[] bomb = GzipBomb.of(PredictRatingsRequest.getDescriptor(), 1_900_000);

    assertThat(bomb).hasSizeLessThan(5_000);
    byte[] message = new GZIPInputStream(new ByteArrayInputStream(bomb)).readAllBytes();
    assertThat(PredictRatingsRequest.parseFrom(message).getMovieIdsCount()).isEqualTo(1_900_000);
  }

  private static List<String> lines(OddCalls from) {
    return IntStream.range(0, 20).mapToObj(from::call).map(OddCall::line).toList();
  }

  private static String[] names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toArray(String[]::new);
  }
}
