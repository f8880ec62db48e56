package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.OperationsGrpc.OperationsBlockingStub;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.EvaluateModelResponse;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.matinee.proto.metrics.v1.GetStatusRequest;
import io.matinee.proto.metrics.v1.StatusServiceGrpc;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.quarkus.test.common.WithTestResource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** The service of this process, called over a socket, beside a registry. */
@WithTestResource(FakeRegistryResource.class)
@WithTestResource(TemporaryHome.class)
@Timeout(60)
abstract class RunningService {
  @SuppressWarnings("NullAway.Init") // The test resource injects it.
  FakeRegistry registry;

  @ConfigProperty(name = "quarkus.grpc.server.test-port")
  int port;

  ManagedChannel channel;
  EvaluationServiceBlockingStub evaluations;
  OperationsBlockingStub operations;

  @BeforeEach
  void connect() {
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    evaluations = EvaluationServiceGrpc.newBlockingStub(channel);
    operations = OperationsGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  Evaluation evaluate(EvaluateModelRequest request) throws InvalidProtocolBufferException {
    Operation ended = await(evaluations.evaluateModel(request).getName());
    assertThat(ended.hasResponse()).as(ended.getError().getMessage()).isTrue();
    return ended.getResponse().unpack(EvaluateModelResponse.class).getEvaluation();
  }

  /** Waits for the end. */
  Operation await(String name) {
    return operations.waitOperation(WaitOperationRequest.newBuilder().setName(name).build());
  }

  ReaderStatus status() {
    return StatusServiceGrpc.newBlockingStub(channel)
        .getStatus(GetStatusRequest.getDefaultInstance())
        .getStatus();
  }

  static EvaluateModelRequest request(String version) {
    return EvaluateModelRequest.newBuilder().setModelVersion(version).setSeed(42).build();
  }

  static void assertFails(ThrowingCallable call, Reason reason) {
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(call)
        .satisfies(
            failure -> {
              assertThat(ErrorStatus.reason(failure)).as(failure.getMessage()).contains(reason);
              assertThat(failure.getStatus().getCode()).isEqualTo(reason.code());
            });
  }
}
