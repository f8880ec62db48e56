package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc;
import io.matinee.runtime.call.RequestId;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One id from the caller to the trainer, though an evaluation goes on after its call. */
@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
@WithTestResource(TemporaryHome.class)
class RequestIdTest {
  @SuppressWarnings("NullAway.Init") // The test resource injects it.
  FakeRegistry registry;

  @ConfigProperty(name = "quarkus.grpc.server.test-port")
  int port;

  @Test
  void theRegistryHearsTheIdOfTheCallThatAskedForAnEvaluation() {
    Metadata headers = new Metadata();
    headers.put(RequestId.HEADER, "my-evaluation");
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
            .build();
    try {
      Operation evaluation =
          EvaluationServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(60, TimeUnit.SECONDS)
              .evaluateModel(
                  EvaluateModelRequest.newBuilder()
                      .setModelVersion(registry.publishTiny(1))
                      .build());
      Operation ended =
          OperationsGrpc.newBlockingStub(channel)
              .withDeadlineAfter(60, TimeUnit.SECONDS)
              .waitOperation(
                  WaitOperationRequest.newBuilder().setName(evaluation.getName()).build());

      assertThat(ended.hasResponse()).as(ended.toString()).isTrue();
      assertThat(registry.requestIds("GetModelVersion")).contains("my-evaluation");
      assertThat(registry.requestIds("AttachEvaluation")).contains("my-evaluation");
    } finally {
      channel.shutdownNow();
    }
  }
}
