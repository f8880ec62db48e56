package io.matinee.bench.validation;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import io.matinee.runtime.error.FieldProblem;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.inbound.RequestReader;
import io.matinee.runtime.validation.RequestRules;
import io.matinee.runtime.validation.Violation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Refusing a request, beside no more than parsing its bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Refusal {
  /** The request. */
  @Param public RefusedRequest request = RefusedRequest.EMPTY_IDS;

  private final RequestRules rules = new RequestRules();
  private Message prototype = RefusedRequest.EMPTY_IDS.message();
  private byte[] bytes = {};
  private RequestReader reader = new RequestReader(prototype);

  /** Takes the bytes of the request. */
  @Setup
  public void prepare() {
    prototype = request.message().getDefaultInstanceForType();
    bytes = request.message().toByteArray();
    reader = new RequestReader(prototype);
  }

  /** Parses the bytes, as gRPC would. */
  @Benchmark
  public Message parse() throws InvalidProtocolBufferException {
    return prototype.getParserForType().parseFrom(bytes);
  }

  /** Comes to the status that is sent. */
  @Benchmark
  public StatusRuntimeException refuse() {
    try {
      List<Violation> violations = rules.violations(reader.read(bytes));
      List<FieldProblem> problems =
          violations.stream()
              .map(violation -> new FieldProblem(violation.field(), violation.problem()))
              .toList();
      return MatineeException.of(Reason.INVALID_REQUEST, problems.getFirst().problem())
          .onFields(problems)
          .toStatus();
    } catch (MatineeException refused) {
      return refused.toStatus();
    }
  }
}
