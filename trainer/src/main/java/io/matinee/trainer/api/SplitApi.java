package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import io.grpc.stub.StreamObserver;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.proto.trainer.v1.CreateSplitRequest;
import io.matinee.proto.trainer.v1.DeleteSplitRequest;
import io.matinee.proto.trainer.v1.DeleteSplitResponse;
import io.matinee.proto.trainer.v1.GetSplitRequest;
import io.matinee.proto.trainer.v1.GetSplitResponse;
import io.matinee.proto.trainer.v1.ListSplitsRequest;
import io.matinee.proto.trainer.v1.ListSplitsResponse;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitServiceGrpc;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.trainer.dataset.split.SplitMaker;
import io.matinee.trainer.dataset.split.SplitRequest;
import io.matinee.trainer.dataset.split.SplitRule;
import io.matinee.trainer.dataset.split.Splits;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.name.SplitName;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;

/** matinee.trainer.v1.SplitService. */
@GrpcService
@RunOnVirtualThread
public class SplitApi extends SplitServiceGrpc.SplitServiceImplBase {
  private final Datasets datasets;
  private final Splits splits;
  private final SplitMaker maker;
  private final OperationMessages operations;

  @Inject
  SplitApi(Datasets datasets, Splits splits, SplitMaker maker, OperationMessages operations) {
    this.datasets = datasets;
    this.splits = splits;
    this.maker = maker;
    this.operations = operations;
  }

  @Override
  public void createSplit(CreateSplitRequest request, StreamObserver<Operation> reply) {
    DatasetVersion dataset = datasets.versionOf(request.getDataset());
    var begun =
        maker.begin(
            new SplitRequest(
                new SplitName(dataset.name().dataset(), request.getSplitId()),
                dataset,
                rule(request.getRule()),
                RequestKey.of(request.getRequestId(), RequestDigest.of(request))));
    reply.onNext(operations.of(begun));
    reply.onCompleted();
  }

  @Override
  public void getSplit(GetSplitRequest request, StreamObserver<GetSplitResponse> reply) {
    Split found = SplitMessages.of(splits.get(SplitName.parse(request.getName())));
    reply.onNext(GetSplitResponse.newBuilder().setSplit(found).build());
    reply.onCompleted();
  }

  @Override
  public void listSplits(ListSplitsRequest request, StreamObserver<ListSplitsResponse> reply) {
    PageRoom room = PageRoom.of(request.getPageSize());
    String after =
        Page.start(request, request.getPageToken()).map(token -> token.text(0)).orElse("");
    DatasetName dataset = datasets.get(DatasetName.parse(request.getDataset())).name();
    Page<Split> page =
        Page.of(
            splits.list(dataset, after, room.mostItems() + 1),
            room,
            request,
            split -> new Object[] {split.name().split()},
            SplitMessages::of);
    reply.onNext(
        ListSplitsResponse.newBuilder()
            .addAllSplits(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void deleteSplit(DeleteSplitRequest request, StreamObserver<DeleteSplitResponse> reply) {
    splits.delete(SplitName.parse(request.getName()));
    reply.onNext(DeleteSplitResponse.getDefaultInstance());
    reply.onCompleted();
  }

  private SplitRule rule(io.matinee.proto.trainer.v1.SplitRule rule) {
    return switch (rule.getKindCase()) {
      case HASH -> new SplitRule.ByRule(HoldOutReading.hash(rule.getHash()));
      case FOLD -> new SplitRule.ByRule(HoldOutReading.fold(rule.getFold()));
      case TIME_CUT -> new SplitRule.ByRule(HoldOutReading.timeCut(rule.getTimeCut()));
      case LAST_PER_USER -> new SplitRule.ByRule(new LastPerUser(rule.getLastPerUser().getCount()));
      case LAST_SHARE -> new SplitRule.ByRule(new LastShare(rule.getLastShare().getShare()));
      case RATINGS_OF ->
          new SplitRule.RatingsOf(datasets.version(DatasetVersionName.parse(rule.getRatingsOf())));
      case KIND_NOT_SET -> throw new IllegalStateException("the contract has a rule set");
    };
  }
}
