package io.matinee.metrics.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.metrics.evaluation.FigureName;
import io.matinee.metrics.evaluation.FigureSpace;
import io.matinee.metrics.evaluation.PublishedVersion;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.metrics.telemetry.EvaluationGauges;
import io.matinee.metrics.telemetry.ShownEvaluation;
import io.matinee.metrics.telemetry.ShownEvaluation.ShownFigure;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.following.CachedSnapshot;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeletedVersionsTest {
  private static final String FIRST = "models/movies/versions/1";
  private static final String SECOND = "models/movies/versions/2";

  private final EvaluationGauges gauges = new EvaluationGauges(new PrometheusRegistry());

  @Test
  void areExportedNoMore() {
    Versions registry = new Versions(new HashSet<>(Set.of(FIRST, SECOND)), new HashSet<>());
    gauges.show(shown(FIRST));
    gauges.show(shown(SECOND));
    try (DeletedVersions deleted = new DeletedVersions(registry, gauges)) {
      deleted.look();
      assertThat(gauges.modelVersions()).containsExactlyInAnyOrder(FIRST, SECOND);
      registry.there().remove(FIRST);
      deleted.look();
      assertThat(gauges.modelVersions()).containsExactly(SECOND);
      registry.away().add(SECOND);
      deleted.look();
      assertThat(gauges.modelVersions()).containsExactly(SECOND);
    }
  }

  private static ShownEvaluation shown(String version) {
    ShownFigure figure =
        new ShownFigure("subject", FigureName.ofDistances("rmse", 0, FigureSpace.NONE), .9);
    return new ShownEvaluation("evaluations/1", version, List.of(figure));
  }

  /** A registry of versions, some of which it cannot be asked about. */
  private record Versions(Set<String> there, Set<String> away) implements Registry {
    @Override
    public PublishedVersion find(String name) {
      throw new AssertionError("nothing is evaluated");
    }

    @Override
    public boolean has(String name) {
      if (away.contains(name)) {
        throw MatineeException.of(Reason.REGISTRY_UNAVAILABLE, "away");
      }
      return there.contains(name);
    }

    @Override
    public Hold hold(String name, String work) {
      throw new AssertionError("nothing is evaluated");
    }

    @Override
    public CachedSnapshot open(PublishedVersion version) {
      throw new AssertionError("nothing is evaluated");
    }
  }
}
