package io.matinee.cli.testing;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.CreateDatasetResponse;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetResponse;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Data sets that are made, read and deleted, by name; a test adds how they are imported. */
public abstract class KeptDatasets extends DatasetServiceGrpc.DatasetServiceImplBase {
  private final Map<String, Dataset> datasets = new ConcurrentHashMap<>();

  /** Returns the data sets by name; a live view. */
  public final Map<String, Dataset> all() {
    return datasets;
  }

  /** Keeps a data set, in place of one of this name; an empty version is none. */
  public final void put(String name, String latestVersion) {
    datasets.put(name, Dataset.newBuilder().setName(name).setLatestVersion(latestVersion).build());
  }

  @Override
  public final void getDataset(
      GetDatasetRequest request, StreamObserver<GetDatasetResponse> reply) {
    Dataset found = datasets.get(request.getName());
    if (found == null) {
      reply.onError(Status.NOT_FOUND.asRuntimeException());
      return;
    }
    reply.onNext(GetDatasetResponse.newBuilder().setDataset(found).build());
    reply.onCompleted();
  }

  @Override
  public void createDataset(
      CreateDatasetRequest request, StreamObserver<CreateDatasetResponse> reply) {
    Dataset made = Dataset.newBuilder().setName("datasets/" + request.getDatasetId()).build();
    datasets.put(made.getName(), made);
    reply.onNext(CreateDatasetResponse.newBuilder().setDataset(made).build());
    reply.onCompleted();
  }

  @Override
  public final void deleteDataset(
      DeleteDatasetRequest request, StreamObserver<DeleteDatasetResponse> reply) {
    datasets.remove(request.getName());
    reply.onNext(DeleteDatasetResponse.getDefaultInstance());
    reply.onCompleted();
  }
}
