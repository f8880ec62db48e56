package io.matinee.runtime.service;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes uploads, and notes those that are broken off. */
@GrpcService
@RunOnVirtualThread
class TryoutUploads extends DatasetServiceGrpc.DatasetServiceImplBase {
  final BlockingQueue<Throwable> brokenOff = new LinkedBlockingQueue<>();

  @Override
  public StreamObserver<UploadDatasetRequest> uploadDataset(StreamObserver<Operation> reply) {
    return new StreamObserver<>() {
      @Override
      public void onNext(UploadDatasetRequest part) {
        // One part is as good as another.
      }

      @Override
      public void onError(Throwable failure) {
        brokenOff.add(failure);
      }

      @Override
      public void onCompleted() {
        reply.onNext(Operation.getDefaultInstance());
        reply.onCompleted();
      }
    };
  }
}
