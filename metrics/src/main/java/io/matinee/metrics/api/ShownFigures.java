package io.matinee.metrics.api;

import io.matinee.metrics.evaluation.FigureName;
import io.matinee.metrics.evaluation.FigureSpace;
import io.matinee.metrics.telemetry.ShownEvaluation;
import io.matinee.metrics.telemetry.ShownEvaluation.ShownFigure;
import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.Figure;
import java.util.stream.Stream;

/** The figures of messages, of everything and not of slices, as they are exported. */
final class ShownFigures {
  private ShownFigures() {}

  static ShownEvaluation of(Evaluation evaluation) {
    return new ShownEvaluation(
        evaluation.getName(),
        evaluation.getModelVersion(),
        evaluation.getContestantsList().stream().flatMap(ShownFigures::of).toList());
  }

  private static Stream<ShownFigure> of(Contestant contestant) {
    return contestant.getFiguresList().stream()
        .filter(figure -> !figure.hasSlice())
        .map(
            figure ->
                new ShownFigure(contestant.getContestantId(), name(figure), figure.getValue()));
  }

  private static FigureName name(Figure figure) {
    return FigureName.ofDistances(figure.getMetric(), figure.getK(), space(figure.getSpace()));
  }

  private static FigureSpace space(EmbeddingSpace space) {
    return switch (space) {
      case EMBEDDING_SPACE_RANKING -> FigureSpace.RANKING;
      case EMBEDDING_SPACE_CONTENT -> FigureSpace.CONTENT;
      case EMBEDDING_SPACE_UNSPECIFIED, EMBEDDING_SPACE_RATING, UNRECOGNIZED -> FigureSpace.NONE;
    };
  }
}
