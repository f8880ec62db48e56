package io.matinee.trainer.api;

import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsResponse;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.registry.EvaluationFilter;
import io.matinee.trainer.registry.EvaluationPosition;
import io.matinee.trainer.registry.EvaluationRecord;
import io.matinee.trainer.registry.Evaluations;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the registry answers about evaluations. */
@Singleton
class EvaluationCalls {
  private final Evaluations evaluations;

  EvaluationCalls(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  Evaluation attach(Evaluation evaluation) {
    return EvaluationMessages.of(evaluations.attach(EvaluationMessages.content(evaluation)));
  }

  Evaluation get(String name) {
    return EvaluationMessages.of(evaluations.get(EvaluationMessages.id(name)));
  }

  ListEvaluationsResponse list(ListEvaluationsRequest request) {
    PageRoom room = PageRoom.of(request.getPageSize());
    Optional<EvaluationPosition> after =
        Page.start(request, request.getPageToken()).map(EvaluationCalls::position);
    Page<Evaluation> page =
        Page.of(
            evaluations.list(filter(request), after, room),
            room,
            request,
            EvaluationCalls::position,
            EvaluationMessages::of);
    return ListEvaluationsResponse.newBuilder()
        .addAllEvaluations(page.items())
        .setNextPageToken(page.nextToken())
        .build();
  }

  private static EvaluationFilter filter(ListEvaluationsRequest request) {
    String digest = request.getProtocolDigest();
    return switch (request.getSubjectCase()) {
      case MODEL -> new EvaluationFilter(ModelName.parse(request.getModel()).model(), 0, digest);
      case MODEL_VERSION -> {
        ModelVersionName version = ModelVersionName.parse(request.getModelVersion());
        yield new EvaluationFilter(version.model(), version.number(), digest);
      }
      case SUBJECT_NOT_SET -> new EvaluationFilter("", 0, digest);
    };
  }

  private static Object[] position(EvaluationRecord last) {
    EvaluationPosition position = EvaluationPosition.of(last);
    return new Object[] {position.microseconds(), position.id()};
  }

  private static EvaluationPosition position(PageToken token) {
    return new EvaluationPosition(token.number(0), token.text(1));
  }
}
