package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.Model;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.UpdateModelRequest;
import io.matinee.runtime.error.Excerpt;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestRulesTest {
  private static final int MESSAGES = 120;
  private static final Protovalidate PROTOVALIDATE = new Protovalidate();

  private final RequestRules rules = new RequestRules();

  static Stream<Message> requests() {
    return Contracts.requests().stream()
        .filter(request -> request.getDescriptorForType().getFullName().startsWith("matinee."));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void saysWhatProtovalidateSays(Message type) {
    GeneratedMessages messages = new GeneratedMessages(7);
    for (int i = 0; i < MESSAGES; i++) {
      Message message = messages.next(type);
      assertAgreement(rules.violations(message), protovalidate(message));
    }
  }

  static Stream<String> standardRules() {
    return MadeUpContract.rules().stream();
  }

  @ParameterizedTest
  @MethodSource("standardRules")
  void saysOfEveryRuleWhatProtovalidateSays(String rule) throws Exception {
    Message type = MadeUpContract.of(rule);
    GeneratedMessages messages = new GeneratedMessages(7);
    Set<String> broken = new HashSet<>();
    for (int i = 0; i < MESSAGES; i++) {
      Message message = messages.next(type);
      List<Violation> violations = rules.violations(message);
      assertAgreement(violations, protovalidate(message));
      violations.forEach(violation -> broken.add(violation.rule()));
    }
    assertThat(new RuleCompiler(StatedRules::of).compile(type.getDescriptorForType())).isPresent();
    assertThat(broken).contains(rule.replaceFirst("/.*", ""));
  }

  @Test
  void leavesOtherRulesToProtovalidate() throws Exception {
    Message type = MadeUpContract.ofEmail();
    assertThatThrownBy(() -> new RuleCompiler(StatedRules::of).compile(type.getDescriptorForType()))
        .isInstanceOf(OtherRuleException.class);
    GeneratedMessages messages = new GeneratedMessages(7);
    for (int i = 0; i < MESSAGES; i++) {
      Message message = messages.next(type);
      assertThat(rules.violations(message)).isEqualTo(protovalidate(message));
    }
    assertThat(rules.violations(type)).extracting(Violation::rule).contains("string.email_empty");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void leavesNoContractToProtovalidate(Message type) throws Exception {
    assertThat(new RuleCompiler(StatedRules::of).compile(type.getDescriptorForType())).isNotNull();
  }

  @Test
  void judgesAListByItsLengthBeforeItsItems() {
    PredictRatingsRequest.Builder request = PredictRatingsRequest.newBuilder();
    for (int i = 0; i < 1001; i++) {
      request.addMovieIds("");
    }
    assertThat(rules.violations(request.build()))
        .containsExactly(
            new Violation(
                "movie_ids", "repeated.max_items", "value must contain no more than 1000 item(s)"));
  }

  @Test
  void tellsTheFirstTwentyViolations() {
    PredictRatingsRequest.Builder request = PredictRatingsRequest.newBuilder();
    for (int i = 0; i < 1000; i++) {
      request.addMovieIds("");
    }
    List<Violation> violations = rules.violations(request.build());
    assertThat(violations).hasSize(20);
    assertThat(violations.getLast())
        .isEqualTo(
            new Violation(
                "movie_ids[19]", "string.min_len", "value length must be at least 1 characters"));
  }

  @Test
  void refusesTimesThatProtobufDoesNotKnow() {
    for (Timestamp time :
        List.of(
            time(10_000_000_000_000L, 0), time(Long.MIN_VALUE, 0), time(0, -1), time(0, 1 << 30))) {
      assertThat(rules.violations(rated(time)))
          .extracting(Violation::field, Violation::rule)
          .containsExactly(tuple("ratings[0].rate_time", "timestamp.valid"));
    }
    Evaluation evaluation =
        Evaluation.newBuilder()
            .setName("evaluations/e")
            .setCreateTime(time(Long.MAX_VALUE, 0))
            .build();
    assertThat(
            rules.violations(
                AttachEvaluationRequest.newBuilder().setEvaluation(evaluation).build()))
        .extracting(Violation::field, Violation::rule)
        .contains(tuple("evaluation.create_time", "timestamp.valid"));
  }

  @Test
  void refusesRatingsOfOtherCenturies() {
    assertThat(rules.violations(rated(time(-2_208_988_800L, 0)))).isEmpty();
    assertThat(rules.violations(rated(time(4_133_980_799L, 999_999_999)))).isEmpty();
    assertThat(rules.violations(rated(time(-2_208_988_801L, 999_999_999))))
        .extracting(Violation::rule)
        .containsExactly("timestamp.gte_lt");
    assertThat(rules.violations(rated(time(4_133_980_800L, 0)))).hasSize(1);
  }

  @Test
  void boundsOperationsThoughTheirContractDoesNot() {
    ListOperationsRequest list =
        ListOperationsRequest.newBuilder()
            .setName("a".repeat(513))
            .setFilter("a".repeat(4097))
            .setPageSize(-1)
            .build();
    assertThat(rules.violations(list))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("name", "filter", "page_size");
    WaitOperationRequest wait =
        WaitOperationRequest.newBuilder()
            .setTimeout(Duration.newBuilder().setSeconds(Long.MAX_VALUE))
            .build();
    assertThat(rules.violations(wait)).extracting(Violation::field).containsExactly("timeout");
  }

  @Test
  void boundsTheFieldsThatAnUpdateNames() {
    UpdateModelRequest.Builder update =
        UpdateModelRequest.newBuilder()
            .setModel(Model.newBuilder().setName("models/m").setEtag("e"));
    assertThat(rules.violations(update.build()))
        .extracting(Violation::field, Violation::rule)
        .containsExactly(tuple("update_mask", "required"));
    update.setUpdateMask(FieldMask.getDefaultInstance());
    assertThat(rules.violations(update.build()))
        .extracting(Violation::field, Violation::rule)
        .containsExactly(tuple("update_mask.paths", "repeated.min_items"));
    update.setUpdateMask(FieldMask.newBuilder().addPaths("a".repeat(257)));
    assertThat(rules.violations(update.build()))
        .extracting(Violation::field, Violation::rule)
        .containsExactly(tuple("update_mask.paths[0]", "string.max_bytes"));
    update.setUpdateMask(FieldMask.newBuilder().addAllPaths(Collections.nCopies(17, "a")));
    assertThat(rules.violations(update.build()))
        .extracting(Violation::field, Violation::rule)
        .containsExactly(tuple("update_mask.paths", "repeated.max_items"));
  }

  @Test
  void namesAKeyOfAMapByItsBeginning() {
    AlgorithmChoice choice =
        AlgorithmChoice.newBuilder()
            .setAlgorithmId("als")
            .putHyperParameters("k".repeat(300), Value.newBuilder().setNumberValue(1).build())
            .build();
    TrainModelRequest request =
        TrainModelRequest.newBuilder()
            .setModel("models/m")
            .setDataset("datasets/d")
            .setRanking(choice)
            .build();
    assertThat(rules.violations(request))
        .extracting(Violation::field)
        .containsExactly("ranking.hyper_parameters[" + Excerpt.of("k".repeat(300)) + "]");
  }

  @Test
  void refusesTextThatNotEveryStoreTakes() throws Exception {
    String nul = "a\0b";
    TrainModelRequest request =
        TrainModelRequest.newBuilder()
            .setModel("models/m")
            .setDataset("datasets/d")
            .setRating(
                AlgorithmChoice.newBuilder().putHyperParameters(nul, Value.getDefaultInstance()))
            .setRequestId(nul)
            .build();
    assertThat(rules.violations(request))
        .extracting(Violation::field, Violation::rule)
        .containsExactly(
            tuple("rating.hyper_parameters[" + Excerpt.of(nul) + "]", "string.no_nul"),
            tuple("request_id", "string.no_nul"));
    assertThat(rules.violations(PredictRatingsRequest.newBuilder().addMovieIds(nul).build()))
        .extracting(Violation::field, Violation::rule)
        .contains(tuple("movie_ids[0]", "string.no_nul"));
    Message unruled = StringValue.getDefaultInstance();
    Message interpreted = MadeUpContract.ofEmail();
    for (Message type : List.of(unruled, interpreted)) {
      FieldDescriptor text = type.getDescriptorForType().getFields().getFirst();
      assertThat(rules.violations(type.toBuilder().setField(text, nul).build()))
          .extracting(Violation::field, Violation::rule)
          .containsExactly(tuple(text.getName(), "string.no_nul"));
    }
  }

  private static void assertAgreement(List<Violation> ours, List<Violation> theirs) {
    List<String> tooLong =
        theirs.stream()
            .filter(v -> v.rule().equals("repeated.max_items") || v.rule().equals("map.max_pairs"))
            .map(Violation::field)
            .toList();
    List<Violation> outsideOfThose =
        theirs.stream()
            .filter(v -> tooLong.stream().noneMatch(each -> isWithin(v, each)))
            .map(RequestRulesTest::withoutWords)
            .toList();
    List<Violation> found = ours.stream().map(RequestRulesTest::withoutWords).toList();
    if (outsideOfThose.size() > RequestRules.MOST_VIOLATIONS) {
      assertThat(ours).hasSize(RequestRules.MOST_VIOLATIONS);
      assertThat(outsideOfThose).containsAll(found);
    } else {
      assertThat(found).containsExactlyInAnyOrderElementsOf(outsideOfThose);
    }
  }

  /** A violation without its problem where we say in words what protovalidate says by a pattern. */
  private static Violation withoutWords(Violation violation) {
    return violation.rule().equals("string.pattern")
        ? new Violation(violation.field(), violation.rule(), "")
        : violation;
  }

  /** Whether a violation is one of the items of a list, which nobody looks at in one too long. */
  private static boolean isWithin(Violation violation, String list) {
    return violation.field().startsWith(list + "[")
        || (violation.field().equals(list) && violation.rule().equals("repeated.unique"));
  }

  private static List<Violation> protovalidate(Message message) {
    Violations found = new Violations(Integer.MAX_VALUE);
    PROTOVALIDATE.check(message, found);
    return found.all();
  }

  private static RecordRatingsRequest rated(Timestamp time) {
    return RecordRatingsRequest.newBuilder()
        .setDataset("datasets/d")
        .setRequestId("4a7c1b0e-9a3d-4d3b-8f26-0c1d2e3f4a5b")
        .addRatings(
            LiveRating.newBuilder().setUserId("1").setMovieId("1").setRating(4).setRateTime(time))
        .build();
  }

  private static Timestamp time(long seconds, int nanos) {
    return Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
  }
}
