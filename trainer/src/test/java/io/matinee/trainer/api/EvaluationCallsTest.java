package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.Figure;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.GetEvaluationRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsResponse;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class EvaluationCallsTest extends RunningRegistry {
  private static final String DIGEST = "a".repeat(64);

  @Test
  void keepsAnEvaluationAsItIs() throws Exception {
    Evaluation evaluation = evaluation(publish(model()));
    assertThat(attach(evaluation)).isEqualTo(evaluation);
    assertThat(get(evaluation.getName())).isEqualTo(evaluation);

    Evaluation later = evaluation.toBuilder().setCreateTime(Timestamps.fromSeconds(9)).build();
    assertThat(attach(later)).as("what is there").isEqualTo(evaluation);
  }

  @Test
  void takesNoOtherEvaluationUnderAnIdThatIsThere() throws Exception {
    Evaluation evaluation = attach(evaluation(publish(model())));
    Evaluation.Builder other = evaluation.toBuilder();
    other.getProtocolBuilder().setDigest("b".repeat(64));
    Evaluation elsewhere = evaluation.toBuilder().setModelVersion(publish(model())).build();

    for (Evaluation refused : List.of(other.build(), elsewhere)) {
      StatusRuntimeException failure =
          assertRefused(Reason.EVALUATION_EXISTS, () -> attach(refused));
      assertThat(ErrorStatus.info(failure).orElseThrow().getMetadataMap())
          .containsEntry("evaluation", evaluation.getName());
    }
    assertThat(get(evaluation.getName())).isEqualTo(evaluation);
  }

  @Test
  void refusesWhatIsAboutNothing() throws Exception {
    Evaluation evaluation = evaluation(publish(model()));
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND,
        () -> attach(evaluation.toBuilder().setModelVersion("models/none/versions/1").build()));
    assertRefused(
        Reason.INVALID_REQUEST,
        "evaluation.subject",
        () -> attach(evaluation.toBuilder().clearModelVersion().build()));
    assertRefused(
        Reason.INVALID_REQUEST,
        "evaluation.name",
        () -> attach(evaluation.toBuilder().setName("e1").build()));
    assertRefused(
        Reason.INVALID_REQUEST,
        "evaluation.protocol",
        () -> attach(evaluation.toBuilder().clearProtocol().build()));
    assertRefused(Reason.EVALUATION_NOT_FOUND, () -> get(evaluation.getName()));
  }

  @Test
  void refusesWhatIsTooLargeToKeep() throws Exception {
    String version = publish(model());
    Evaluation.Builder large = evaluation(version).toBuilder().clearContestants();
    Figure figure = Figure.newBuilder().setMetric("x".repeat(250)).setValue(1 / 3.0).build();
    for (int contestant = 0; contestant < 8; contestant++) {
      large.addContestants(Contestant.newBuilder().addAllFigures(Collections.nCopies(300, figure)));
    }
    StatusRuntimeException failure =
        assertRefused(Reason.INVALID_REQUEST, () -> attach(large.build()));
    assertThat(failure.getMessage()).contains("at most 524,288");
  }

  @Test
  void listsByModelVersionAndProtocolNewestFirst() throws Exception {
    String model = model();
    Evaluation first = attach(evaluation(publish(model)));
    Evaluation second = attach(evaluation(publish(model)));
    Evaluation.Builder ofOtherProtocol = evaluation(second.getModelVersion()).toBuilder();
    ofOtherProtocol.getProtocolBuilder().setDigest("c".repeat(64));
    Evaluation third = attach(ofOtherProtocol.build());

    ListEvaluationsRequest.Builder list = ListEvaluationsRequest.newBuilder().setModel(model);
    assertThat(listed(list)).containsExactly(third, second, first);
    assertThat(listed(list.setProtocolDigest(DIGEST))).containsExactly(second, first);
    assertThat(listed(list.setModelVersion(second.getModelVersion()))).containsExactly(second);
    assertThat(listed(list.setProtocolDigest(""))).containsExactly(third, second);
    assertThat(listed(list.setModel("models/other"))).isEmpty();
  }

  @Test
  void pagesGoOnWhereTheOneBeforeEnded() throws Exception {
    String version = publish(model());
    List<Evaluation> attached = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      attached.addFirst(attach(evaluation(version)));
    }
    ListEvaluationsRequest.Builder request =
        ListEvaluationsRequest.newBuilder().setModelVersion(version).setPageSize(2);
    List<Evaluation> listed = new ArrayList<>();
    ListEvaluationsResponse page;
    do {
      page = registry().listEvaluations(request.build());
      assertThat(page.getEvaluationsCount()).isLessThanOrEqualTo(2);
      listed.addAll(page.getEvaluationsList());
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    assertThat(listed).isEqualTo(attached);

    String token = registry().listEvaluations(request.build()).getNextPageToken();
    assertRefused(
        Reason.PAGE_TOKEN_INVALID, () -> listed(request.clearSubject().setPageToken(token)));
  }

  @Test
  void listsMoreThanItReadsAtOnceWithoutAGap() throws Exception {
    String version = publish(model());
    List<Evaluation> attached = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      attached.addFirst(attach(evaluation(version)));
    }
    assertThat(listed(ListEvaluationsRequest.newBuilder().setModelVersion(version)))
        .isEqualTo(attached);
  }

  private List<Evaluation> listed(ListEvaluationsRequest.Builder request) {
    return registry().listEvaluations(request.build()).getEvaluationsList();
  }

  private Evaluation attach(Evaluation evaluation) {
    return registry()
        .attachEvaluation(AttachEvaluationRequest.newBuilder().setEvaluation(evaluation).build())
        .getEvaluation();
  }

  private Evaluation get(String name) {
    return registry()
        .getEvaluation(GetEvaluationRequest.newBuilder().setName(name).build())
        .getEvaluation();
  }

  private static Evaluation evaluation(String version) {
    Figure figure = Figure.newBuilder().setMetric("ndcg").setK(10).setValue(.25).build();
    return Evaluation.newBuilder()
        .setName("evaluations/" + UUID.randomUUID())
        .setModelVersion(version)
        .setProtocol(EvaluationProtocol.newBuilder().setDigest(DIGEST).addCutoffs(10))
        .addContestants(Contestant.newBuilder().setModelVersion(version).addFigures(figure))
        .setCreateTime(Timestamps.fromSeconds(7))
        .build();
  }
}
