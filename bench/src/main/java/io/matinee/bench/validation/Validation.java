package io.matinee.bench.validation;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
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
import org.openjdk.jmh.annotations.State;

/** Checking a request by its compiled rules, beside having them interpreted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Validation {
  /** The request. */
  @Param public ValidRequest request = ValidRequest.RECOMMEND;

  private final RequestRules rules = new RequestRules();
  private final Validator validator = ValidatorFactory.newBuilder().build();

  /** Checks by the compiled rules. */
  @Benchmark
  public List<Violation> compiled() {
    return rules.violations(request.message());
  }

  /** Checks by protovalidate. */
  @Benchmark
  public ValidationResult interpreted() throws ValidationException {
    return validator.validate(request.message());
  }
}
