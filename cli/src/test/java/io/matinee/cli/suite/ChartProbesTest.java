package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What watches a suite is as patient as the chart's probes, whose numbers are in its values. */
class ChartProbesTest {
  private static final Path VALUES = Path.of("../helm/matinee/values.yaml");

  @ParameterizedTest
  @EnumSource
  void theSuiteIsAsPatientAsTheChart(Service service) throws IOException {
    JsonNode probes = new YAMLMapper().readTree(VALUES.toFile()).path(service.id()).path("probes");
    JsonNode liveness = probes.path("liveness");
    assertThat(LivenessWatch.PERIOD).isEqualTo(seconds(liveness, "periodSeconds"));
    assertThat(LivenessProbe.PATIENCE).isEqualTo(seconds(liveness, "timeoutSeconds"));
    assertThat(LivenessWatch.MOST_FAILURES).isEqualTo(liveness.path("failureThreshold").asInt());
    JsonNode startup = probes.path("startup");
    assertThat(Supervision.START)
        .isEqualTo(
            seconds(startup, "periodSeconds")
                .multipliedBy(startup.path("failureThreshold").asInt()));
  }

  private static Duration seconds(JsonNode probe, String name) {
    return Duration.ofSeconds(probe.path(name).asInt());
  }
}
