package io.matinee.bench.micro;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.matinee.bench.validation.ValidRequest;
import io.matinee.runtime.inbound.RequestReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Making a request of its bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestDecoding {
  /** The request. */
  @Param public ValidRequest request = ValidRequest.RECOMMEND;

  private byte[] bytes = {};
  private RequestReader reader = new RequestReader(request.message());

  /** Takes the bytes of the request. */
  @Setup
  public void encode() {
    bytes = request.message().toByteArray();
    reader = new RequestReader(request.message());
  }

  /** With the lengths of its lists checked first, as a service does. */
  @Benchmark
  public Message checked() {
    return reader.read(bytes);
  }

  /** By protobuf alone. */
  @Benchmark
  public Message plain() throws InvalidProtocolBufferException {
    return request.message().getParserForType().parseFrom(bytes);
  }
}
