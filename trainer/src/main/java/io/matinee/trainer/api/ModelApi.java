package io.matinee.trainer.api;

import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.GetModelRequest;
import io.matinee.proto.trainer.v1.GetModelResponse;
import io.matinee.proto.trainer.v1.ListModelsRequest;
import io.matinee.proto.trainer.v1.ListModelsResponse;
import io.matinee.proto.trainer.v1.ModelServiceGrpc;
import io.matinee.proto.trainer.v1.UpdateModelRequest;
import io.matinee.proto.trainer.v1.UpdateModelResponse;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.registry.ExpectedEtag;
import io.matinee.trainer.registry.Model;
import io.matinee.trainer.registry.Models;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;

/** matinee.trainer.v1.ModelService. */
@GrpcService
@RunOnVirtualThread
public class ModelApi extends ModelServiceGrpc.ModelServiceImplBase {
  private final Models models;

  @Inject
  ModelApi(Models models) {
    this.models = models;
  }

  @Override
  public void getModel(GetModelRequest request, StreamObserver<GetModelResponse> reply) {
    Model model = models.get(ModelName.parse(request.getName()));
    reply.onNext(GetModelResponse.newBuilder().setModel(message(model)).build());
    reply.onCompleted();
  }

  @Override
  public void listModels(ListModelsRequest request, StreamObserver<ListModelsResponse> reply) {
    PageRoom room = PageRoom.of(request.getPageSize());
    String after =
        Page.start(request, request.getPageToken()).map(token -> token.text(0)).orElse("");
    Page<io.matinee.proto.trainer.v1.Model> page =
        Page.of(
            models.list(after, room.mostItems() + 1),
            room,
            request,
            model -> new Object[] {model.name().model()},
            ModelApi::message);
    reply.onNext(
        ListModelsResponse.newBuilder()
            .addAllModels(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void updateModel(UpdateModelRequest request, StreamObserver<UpdateModelResponse> reply) {
    Model updated =
        models.update(
            ModelName.parse(request.getModel().getName()),
            new ExpectedEtag(request.getModel().getEtag()),
            UpdateModelReading.change(request),
            request.getReason());
    reply.onNext(UpdateModelResponse.newBuilder().setModel(message(updated)).build());
    reply.onCompleted();
  }

  private static io.matinee.proto.trainer.v1.Model message(Model model) {
    return io.matinee.proto.trainer.v1.Model.newBuilder()
        .setName(model.name().toString())
        .setDisplayName(model.displayName())
        .setEtag(model.etag())
        .setCreateTime(Times.of(model.createTime()))
        .setUpdateTime(Times.of(model.updateTime()))
        .build();
  }
}
