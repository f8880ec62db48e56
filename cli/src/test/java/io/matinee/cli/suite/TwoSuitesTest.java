package io.matinee.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import io.matinee.cli.Matinee;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.testing.LocalServer;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.ListAlgorithmsRequest;
import io.matinee.proto.trainer.v1.ListAlgorithmsResponse;
import io.matinee.proto.trainer.v1.TrainingServiceGrpc.TrainingServiceImplBase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command asks the suite of the home that it is given. */
class TwoSuitesTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private LocalServer first;
  private LocalServer second;

  @BeforeEach
  void startATrainerFromEachHome() throws IOException {
    first = trainer("first");
    second = trainer("second");
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "second"})
  void theSuiteOfTheHomeAnswers(String name) {
    assertThat(run("algorithms", "--home", home(name))).as(err.toString()).isZero();

    assertThat(out.toString()).contains("of-" + name);
  }

  @Test
  void anEndpointWinsOverAHome() {
    String address = "127.0.0.1:" + second.port();

    assertThat(run("algorithms", "--home", home("first"), "--trainer", address)).isZero();
    assertThat(run("algorithms", "--home", home("silent"), "--trainer", address)).isZero();

    assertThat(out.toString()).contains("of-second").doesNotContain("of-first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"algorithms", "status", "recommend --user 1", "similar 1"})
  void aHomeFromWhichNothingRunsIsNamedWithTheCommandThatStartsIt(String command) {
    assertThat(run((command + " --home " + home("silent")).split(" ")))
        .isEqualTo(ExitCode.UNAVAILABLE.number());

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "matinee: nothing runs from %1$s: start it with ./matinee up --home %1$s"
                .formatted(home("silent")));
    assertThat(folder.resolve("silent")).doesNotExist();
  }

  @Test
  void whatDoesNotRunBesideTheOthersIsTold() {
    assertThat(run("status", "--home", home("first"))).isEqualTo(ExitCode.UNAVAILABLE.number());

    assertThat(err.toString()).contains("only a part of the suite runs from " + home("first"));
  }

  @Test
  void everyCommandThatAsksAServiceTakesAHome() {
    assertTakesAHome(Matinee.commandLine());
  }

  private static void assertTakesAHome(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    if (command.findOption("--trainer") != null) {
      assertThat(command.findOption("--home")).as(command.qualifiedName()).isNotNull();
    }
    line.getSubcommands().values().forEach(TwoSuitesTest::assertTakesAHome);
  }

  private LocalServer trainer(String name) throws IOException {
    LocalServer server = LocalServer.start(Service.TRAINER, new NamedTrainer("of-" + name));
    RunFile.of(ProcessHandle.current(), Service.TRAINER, new Ports(server.port(), 1))
        .write(new SuiteHome(Path.of(home(name))).runFile(Service.TRAINER));
    return server;
  }

  private String home(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... arguments) {
    CommandLine line = Matinee.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  /** Answers with one algorithm, which tells it from another one. */
  private static final class NamedTrainer extends TrainingServiceImplBase {
    private final String algorithm;

    NamedTrainer(String algorithm) {
      this.algorithm = algorithm;
    }

    @Override
    public void listAlgorithms(
        ListAlgorithmsRequest request, StreamObserver<ListAlgorithmsResponse> reply) {
      reply.onNext(
          ListAlgorithmsResponse.newBuilder()
              .addAlgorithms(Algorithm.newBuilder().setAlgorithmId(algorithm))
              .build());
      reply.onCompleted();
    }
  }
}
