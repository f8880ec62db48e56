package io.matinee.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.Service;
import io.matinee.cli.testing.LocalServer;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallFailureTest {
  private static final Status UNKNOWN_USER =
      Status.newBuilder()
          .setCode(Code.NOT_FOUND_VALUE)
          .setMessage("there is no user \"x\"")
          .addDetails(
              Any.pack(
                  ErrorInfo.newBuilder()
                      .setDomain("matinee")
                      .setReason("USER_NOT_FOUND")
                      .putMetadata("request_id", "r-1")
                      .build()))
          .addDetails(
              Any.pack(
                  BadRequest.newBuilder()
                      .addFieldViolations(
                          BadRequest.FieldViolation.newBuilder()
                              .setField("user_id")
                              .setDescription("names nobody"))
                      .build()))
          .build();

  @Test
  void namesTheOptionByWhichAWrongFieldIsGiven() {
    for (String root : List.of("options", "header.options")) {
      assertThat(lineOf(root + ".filters.minimum_year"))
          .endsWith("(%s.filters.minimum_year (--from-year): must not be so)".formatted(root));
    }
    assertThat(lineOf("options.scale.step")).contains("options.scale.step (--scale)");
    assertThat(lineOf("options.filters.genres_any[2]")).contains("[2] (--genre)");
    assertThat(lineOf("options.scales")).doesNotContain("--");
    assertThat(lineOf("user_id")).doesNotContain("--");
  }

  private static String lineOf(String field) {
    List<CallFailure.Field> fields = List.of(new CallFailure.Field(field, "must not be so"));
    return new CallFailure(io.grpc.Status.Code.INVALID_ARGUMENT, "R", "no", fields, "").line();
  }

  @Test
  void readsReasonFieldAndRequestIdThatCameOverTheWire() throws IOException {
    StatusRuntimeException thrown = callAgainst(UNKNOWN_USER);

    FailureReport report = FailureReport.of(thrown);

    assertThat(report.line())
        .isEqualTo("USER_NOT_FOUND: there is no user \"x\" (user_id: names nobody) [request r-1]");
    assertThat(report.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(CallFailure.of(thrown).fields())
        .containsExactly(new CallFailure.Field("user_id", "names nobody"));
  }

  @Test
  void namesTheCodeWhenThereIsNoReason() throws IOException {
    StatusRuntimeException thrown =
        callAgainst(
            Status.newBuilder().setCode(Code.INTERNAL_VALUE).setMessage("two\nlines").build());

    assertThat(CallFailure.of(thrown).line()).isEqualTo("INTERNAL: two lines");
  }

  @Test
  void saysWhereNobodyListens() throws IOException {
    int port = freePort();

    StatusRuntimeException thrown = call(port);

    assertThat(FailureReport.of(thrown).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(FailureReport.of(thrown).line())
        .startsWith("UNAVAILABLE: ")
        .contains("127.0.0.1:" + port, "./matinee up", "--serving");
  }

  private static StatusRuntimeException callAgainst(Status failure) throws IOException {
    try (LocalServer server = LocalServer.start(Service.SERVING, new Refusing(failure))) {
      return call(server.port());
    }
  }

  private static StatusRuntimeException call(int port) {
    try (Connection connection = LocalServer.connection(Service.SERVING, port)) {
      return catchThrowableOfType(
          StatusRuntimeException.class,
          () ->
              new Clients(connection)
                  .recommendations()
                  .recommend(RecommendRequest.getDefaultInstance()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static final class Refusing
      extends RecommendationServiceGrpc.RecommendationServiceImplBase {
    private final Status failure;

    Refusing(Status failure) {
      this.failure = failure;
    }

    @Override
    public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> answer) {
      answer.onError(StatusProto.toStatusRuntimeException(failure));
    }
  }
}
