package io.matinee.cli.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Asks services for their liveness, at {@code /q/health/live}, as Kubernetes does: whether every
 * thread that they cannot do without makes progress. What it waits for and reads is bounded. Thread
 * safe.
 */
public final class LivenessProbe {
  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_TOLD = 256;
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final Duration patience;

  /** Makes a probe that waits 5 s for an answer. */
  public LivenessProbe() {
    this(PATIENCE);
  }

  LivenessProbe(Duration patience) {
    this.patience = patience;
  }

  /**
   * Returns why a service does not live: the checks that fail, or what is wrong with its answer;
   * empty when it lives.
   *
   * @param httpPort where it listens on loopback
   */
  public Optional<String> complaint(int httpPort) throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + httpPort + "/q/health/live");
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(address).build(),
            BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
    try {
      HttpResponse<String> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == OK ? Optional.empty() : Optional.of(told(response));
    } catch (TimeoutException silent) {
      return Optional.of("no answer within %d ms".formatted(patience.toMillis()));
    } catch (ExecutionException broken) {
      return Optional.of("no answer: " + broken.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static String told(HttpResponse<String> response) {
    String checks = failingChecks(response.body());
    String told = checks.isEmpty() ? "HTTP status " + response.statusCode() : checks;
    return told.length() > MOST_TOLD ? told.substring(0, MOST_TOLD) + "..." : told;
  }

  /** Names the checks that are down in an answer of MicroProfile Health, with their details. */
  private static String failingChecks(String body) {
    try {
      return JSON.readTree(body)
          .path("checks")
          .valueStream()
          .filter(check -> check.path("status").asText().equals("DOWN"))
          .map(LivenessProbe::described)
          .collect(Collectors.joining("; "));
    } catch (JsonProcessingException otherForm) {
      return "";
    }
  }

  private static String described(JsonNode check) {
    String details =
        check
            .path("data")
            .propertyStream()
            .map(detail -> detail.getKey() + " " + detail.getValue().asText())
            .collect(Collectors.joining(", "));
    String name = check.path("name").asText();
    return details.isEmpty() ? name : name + ": " + details;
  }
}
