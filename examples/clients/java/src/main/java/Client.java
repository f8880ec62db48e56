import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.serving.v1.RecommendedMovie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Recommends movies: a deadline on every call, retries, paging, and errors by their reason. */
class Client {
  // Every method of the service is safe to repeat, so calls that meet a restart, or are turned away, are sent again.
  private static final Map<String, ?> RETRY =
      Map.of("methodConfig", List.of(Map.of(
          "name", List.of(Map.of("service", "matinee.serving.v1.RecommendationService")),
          "retryPolicy", Map.of(
              "maxAttempts", 4.0, "initialBackoff", "0.1s", "maxBackoff", "1s", "backoffMultiplier", 2.0,
              "retryableStatusCodes", List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED")))));

  public static void main(String[] arguments) {
    String endpoint = arguments[0];
    String user = arguments[1];
    ManagedChannel channel =
        Grpc.newChannelBuilder(endpoint, InsecureChannelCredentials.create()).defaultServiceConfig(RETRY).build();
    int exitStatus = 0;
    try {
      var service = RecommendationServiceGrpc.newBlockingStub(channel);
      RecommendRequest.Builder request = RecommendRequest.newBuilder().setUserId(user).setPageSize(5);
      for (int page = 0; page == 0 || page < 2 && !request.getPageToken().isEmpty(); page++) {
        RecommendResponse response = service.withDeadlineAfter(2, TimeUnit.SECONDS).recommend(request.build());
        response.getMoviesList().forEach(Client::print);
        request.setPageToken(response.getNextPageToken());
      }
    } catch (StatusRuntimeException error) {
      System.err.println(Failures.reason(error) + ": " + error.getStatus().getDescription());
      exitStatus = 1;
    } finally {
      channel.shutdown();
    }
    System.exit(exitStatus);
  }

  private static void print(RecommendedMovie found) {
    System.out.printf(
        "%3d %8.4f  %s (%d)%n", found.getRank(), found.getScore(), found.getMovie().getTitle(), found.getMovie().getYear());
  }
}
