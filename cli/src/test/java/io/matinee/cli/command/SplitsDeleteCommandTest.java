package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import io.matinee.cli.Matinee;
import io.matinee.cli.connection.Service;
import io.matinee.cli.testing.LocalServer;
import io.matinee.proto.trainer.v1.DeleteSplitRequest;
import io.matinee.proto.trainer.v1.DeleteSplitResponse;
import io.matinee.proto.trainer.v1.GetSplitRequest;
import io.matinee.proto.trainer.v1.GetSplitResponse;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitRule;
import io.matinee.proto.trainer.v1.SplitServiceGrpc;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Splits deleted at a server on a socket. */
class SplitsDeleteCommandTest {

  @Test
  void saysWhichDataSetStaysOfAFile() throws IOException {
    assertThat(deleting("datasets/films-test/versions/1"))
        .isEqualTo(
            "Deleted datasets/films/splits/test;"
                + " datasets/films-test stays: ./matinee datasets delete films-test");
  }

  @Test
  void advisesNothingOfRatingsThatSomebodyImported() throws IOException {
    assertThat(deleting("datasets/films-testing/versions/1"))
        .isEqualTo("Deleted datasets/films/splits/test");
  }

  private static String deleting(String ratingsOf) throws IOException {
    StringWriter out = new StringWriter();
    try (LocalServer server = LocalServer.start(Service.TRAINER, new Splits(ratingsOf))) {
      CommandLine line = Matinee.commandLine();
      line.setOut(new PrintWriter(out));
      String trainer = "127.0.0.1:" + server.port();
      assertThat(line.execute("splits", "delete", "films", "test", "--trainer", trainer)).isZero();
    }
    return out.toString().strip();
  }

  /** Has a split of each name, of the same ratings. */
  private static final class Splits extends SplitServiceGrpc.SplitServiceImplBase {
    private final SplitRule rule;

    private Splits(String ratingsOf) {
      rule = SplitRule.newBuilder().setRatingsOf(ratingsOf).build();
    }

    @Override
    public void getSplit(GetSplitRequest request, StreamObserver<GetSplitResponse> reply) {
      reply.onNext(
          GetSplitResponse.newBuilder()
              .setSplit(Split.newBuilder().setName(request.getName()).setRule(rule))
              .build());
      reply.onCompleted();
    }

    @Override
    public void deleteSplit(DeleteSplitRequest request, StreamObserver<DeleteSplitResponse> reply) {
      reply.onNext(DeleteSplitResponse.getDefaultInstance());
      reply.onCompleted();
    }
  }
}
