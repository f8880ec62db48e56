package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.DeleteOperationRequest;
import com.google.longrunning.Operation;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.Figure;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Prometheus reads of evaluations. */
@QuarkusTest
@Tag("process")
class ExportedFiguresTest extends RunningService {
  @TestHTTPResource("/metrics")
  URI metrics;

  @Test
  void figuresAreExportedAsGauges() throws IOException, InterruptedException {
    String version = registry.publishTiny(4);
    Evaluation evaluation = evaluate(request(version));
    Figure ndcg =
        evaluation.getContestants(0).getFiguresList().stream()
            .filter(figure -> figure.getMetric().equals("ndcg"))
            .findFirst()
            .orElseThrow();

    String exported = exported();
    String number = version.substring(version.lastIndexOf('/') + 1);
    assertThat(exported)
        .contains(
            "matinee_evaluation{contestant=\"subject\",k=\"10\",metric=\"ndcg\",model=\"movies\",space=\"\",version=\""
                + number
                + "\"} "
                + ndcg.getValue())
        .contains("matinee_evaluation{contestant=\"popular\",k=\"10\",metric=\"ndcg\"")
        .doesNotContain("matinee_follow_");
  }

  /** Also when the latest goes before the others. */
  @Test
  void nothingIsExportedOfAnEvaluationThatMetricsForgot() throws IOException, InterruptedException {
    String version = registry.publishTiny(21);
    String label = "version=\"" + version.substring(version.lastIndexOf('/') + 1) + "\"";
    Operation earlier = await(evaluations.evaluateModel(request(version)).getName());
    Operation latest =
        await(
            evaluations
                .evaluateModel(request(version).toBuilder().addCutoffs(5).build())
                .getName());
    assertThat(exported().lines().filter(line -> line.contains(label)))
        .anyMatch(line -> line.contains("k=\"5\""))
        .noneMatch(line -> line.contains("k=\"10\""));

    operations.deleteOperation(
        DeleteOperationRequest.newBuilder().setName(latest.getName()).build());
    assertThat(exported().lines().filter(line -> line.contains(label)))
        .anyMatch(line -> line.contains("k=\"10\""))
        .noneMatch(line -> line.contains("k=\"5\""));

    operations.deleteOperation(
        DeleteOperationRequest.newBuilder().setName(earlier.getName()).build());
    assertThat(exported()).doesNotContain(label);
  }

  private String exported() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    }
  }
}
