package io.matinee.serving.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.serving.v1.BatchGetEmbeddingsRequest;
import io.matinee.proto.serving.v1.BatchGetEmbeddingsResponse;
import io.matinee.proto.serving.v1.EmbeddingServiceGrpc;
import io.matinee.proto.serving.v1.GetEmbeddingRequest;
import io.matinee.proto.serving.v1.GetEmbeddingResponse;
import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import io.quarkus.grpc.GrpcService;

/** Returns the vectors of movies and users. */
@GrpcService
public final class EmbeddingApi extends EmbeddingServiceGrpc.EmbeddingServiceImplBase {
  private final FollowedAliases<ServingModel> models;

  EmbeddingApi(FollowedAliases<ServingModel> models) {
    this.models = models;
  }

  @Override
  public void getEmbedding(
      GetEmbeddingRequest request, StreamObserver<GetEmbeddingResponse> responses) {
    try (Lease<ServingModel> lease =
        models.acquire(request.getAlias(), request.getModelVersion())) {
      Entities entities = Entities.of(lease.model(), request.getKind(), request.getSpace());
      responses.onNext(
          GetEmbeddingResponse.newBuilder()
              .setEmbedding(entities.get(request.getId(), "id"))
              .setModelVersion(lease.version())
              .build());
      responses.onCompleted();
    }
  }

  @Override
  public void batchGetEmbeddings(
      BatchGetEmbeddingsRequest request, StreamObserver<BatchGetEmbeddingsResponse> responses) {
    try (Lease<ServingModel> lease =
        models.acquire(request.getAlias(), request.getModelVersion())) {
      Entities entities = Entities.of(lease.model(), request.getKind(), request.getSpace());
      BatchGetEmbeddingsResponse.Builder response =
          BatchGetEmbeddingsResponse.newBuilder().setModelVersion(lease.version());
      for (String id : request.getIdsList()) {
        entities
            .find(id)
            .ifPresentOrElse(response::addEmbeddings, () -> response.addMissingIds(id));
      }
      responses.onNext(response.build());
      responses.onCompleted();
    }
  }
}
