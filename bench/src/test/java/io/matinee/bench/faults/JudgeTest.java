package io.matinee.bench.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.matinee.bench.faults.call.OddCall;
import io.matinee.bench.faults.call.Target;
import io.matinee.bench.faults.wire.Answer;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Path HOME = Path.of("/srv/matinee");
  private static final Target METHOD =
      Target.all().stream()
          .filter(target -> target.path().endsWith("/GetDataset"))
          .findFirst()
          .orElseThrow();

  private final Judge judge = new Judge(List.of(HOME));

  @Test
  void aRefusalOfTheCatalogueIsGood() {
    assertThat(judge.fault(asking("x"), refusal(Reason.DATASET_NOT_FOUND, "no data set x")))
        .isEmpty();
  }

  @Test
  void bugsAreNeverGood() {
    assertThat(judge.fault(asking("x"), refusal(Reason.INTERNAL, "a bug")))
        .contains(Fault.INTERNAL);
    assertThat(judge.fault(asking("x"), bare(Status.Code.UNKNOWN))).contains(Fault.INTERNAL);
  }

  @Test
  void aRefusalNeedsAReason() {
    assertThat(judge.fault(asking("x"), bare(Status.Code.INVALID_ARGUMENT)))
        .contains(Fault.NO_REASON);
  }

  @Test
  void whatTheTransportTellsByAPrefixNeedsNoReason() {
    OddCall packed = sending(1, 1);
    OddCall large = sending(0, (4 << 20) + 1);

    assertThat(judge.fault(packed, bare(Status.Code.INTERNAL))).isEmpty();
    assertThat(judge.fault(packed, bare(Status.Code.UNKNOWN))).contains(Fault.INTERNAL);
    assertThat(judge.fault(large, bare(Status.Code.RESOURCE_EXHAUSTED))).isEmpty();
    assertThat(judge.fault(large, bare(Status.Code.INTERNAL))).contains(Fault.INTERNAL);
    assertThat(judge.fault(sending(0, 4 << 20), bare(Status.Code.RESOURCE_EXHAUSTED)))
        .contains(Fault.NO_REASON);
  }

  @Test
  void aRefusalNamesNoFolderOfTheServerUnlessAskedFor() {
    Answer naming = refusal(Reason.INVALID_REQUEST, "no file " + HOME + "/trainer/x");

    assertThat(judge.fault(asking("x"), naming)).contains(Fault.NAMES_A_PATH);
    assertThat(judge.fault(asking(HOME + "/trainer/x"), naming)).isEmpty();
  }

  @Test
  void aRefusalEchoesLittle() {
    String name = "name-".repeat(100);

    assertThat(judge.fault(asking(name), refusal(Reason.INVALID_REQUEST, "bad " + name)))
        .contains(Fault.ECHOES);
    assertThat(
            judge.fault(
                asking(name), refusal(Reason.INVALID_REQUEST, "bad " + name.substring(0, 250))))
        .isEmpty();
  }

  @Test
  void noAnswerIsAFault() {
    assertThat(judge.fault(asking("x"), Answer.none(Answer.End.RESET))).contains(Fault.NO_ANSWER);
    assertThat(judge.fault(asking("x"), Answer.none(Answer.End.GIVEN_UP)))
        .contains(Fault.NO_ANSWER);
  }

  private static OddCall asking(String text) {
    return new OddCall(0, METHOD, Map.of(), text.getBytes(UTF_8), false, "");
  }

  private static OddCall sending(int flag, int length) {
    byte[] prefix = ByteBuffer.allocate(5).put((byte) flag).putInt(length).array();
    return new OddCall(0, METHOD, Map.of(), prefix, false, "");
  }

  private static Answer bare(Status.Code code) {
    return new Answer(
        Answer.End.COMPLETE, OptionalInt.of(200), OptionalInt.of(code.value()), "", "", 0);
  }

  private static Answer refusal(Reason reason, String text) {
    StatusRuntimeException failure = MatineeException.of(reason, text).toStatus();
    return new Answer(
        Answer.End.COMPLETE,
        OptionalInt.of(200),
        OptionalInt.of(reason.code().value()),
        text,
        Base64.getEncoder().encodeToString(StatusProto.fromThrowable(failure).toByteArray()),
        0);
  }
}
