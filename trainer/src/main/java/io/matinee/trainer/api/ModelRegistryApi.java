package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.model.snapshot.Manifest;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.AttachEvaluationResponse;
import io.matinee.proto.trainer.v1.DeleteModelVersionRequest;
import io.matinee.proto.trainer.v1.DeleteModelVersionResponse;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.proto.trainer.v1.ExportModelVersionRequest;
import io.matinee.proto.trainer.v1.ExportModelVersionResponse;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetAliasResponse;
import io.matinee.proto.trainer.v1.GetEvaluationRequest;
import io.matinee.proto.trainer.v1.GetEvaluationResponse;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.GetModelVersionResponse;
import io.matinee.proto.trainer.v1.ImportModelVersionRequest;
import io.matinee.proto.trainer.v1.ListAliasesRequest;
import io.matinee.proto.trainer.v1.ListAliasesResponse;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsResponse;
import io.matinee.proto.trainer.v1.ListModelVersionsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.ReportReaderResponse;
import io.matinee.proto.trainer.v1.SetAliasRequest;
import io.matinee.proto.trainer.v1.SetAliasResponse;
import io.matinee.proto.trainer.v1.VerifyModelVersionRequest;
import io.matinee.proto.trainer.v1.VersionInUse;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.call.GivenUp;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.exchange.ScorerExports;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.registry.ModelVersionDeletion;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.registry.ReaderLeases;
import io.matinee.trainer.registry.Verifications;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.StoredBlob;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** matinee.trainer.v1.ModelRegistryService. */
@GrpcService
@RunOnVirtualThread
public class ModelRegistryApi extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
  private final ModelVersions versions;
  private final ModelVersionDeletion deletion;
  private final AliasCalls aliases;
  private final EvaluationCalls evaluations;
  private final ReaderLeases leases;
  private final Verifications verifications;
  private final ScorerExports exports;
  private final ScorerUploads imports;
  private final BlobStore blobs;
  private final AliasWatches watches;
  private final OperationMessages operations;

  @Inject
  ModelRegistryApi(
      ModelVersions versions,
      ModelVersionDeletion deletion,
      AliasCalls aliases,
      EvaluationCalls evaluations,
      ReaderLeases leases,
      Verifications verifications,
      ScorerExports exports,
      ScorerUploads imports,
      BlobStore blobs,
      AliasWatches watches,
      OperationMessages operations) {
    this.versions = versions;
    this.deletion = deletion;
    this.aliases = aliases;
    this.evaluations = evaluations;
    this.leases = leases;
    this.verifications = verifications;
    this.exports = exports;
    this.imports = imports;
    this.blobs = blobs;
    this.watches = watches;
    this.operations = operations;
  }

  @Override
  public void getModelVersion(
      GetModelVersionRequest request, StreamObserver<GetModelVersionResponse> reply) {
    ModelVersionName name = ModelVersionName.parse(request.getName());
    reply.onNext(
        GetModelVersionResponse.newBuilder()
            .setModelVersion(RegistryMessages.of(versions.get(name)))
            .build());
    reply.onCompleted();
  }

  @Override
  public void listModelVersions(
      ListModelVersionsRequest request, StreamObserver<ListModelVersionsResponse> reply) {
    PageRoom room = PageRoom.of(request.getPageSize());
    long below =
        Page.start(request, request.getPageToken())
            .map((PageToken token) -> token.number(0))
            .orElse(Long.MAX_VALUE);
    ModelName model = ModelName.parse(request.getModel());
    Page<io.matinee.proto.model.v1.ModelVersion> page =
        Page.of(
            versions.list(model, below, room),
            room,
            request,
            version -> new Object[] {version.name().number()},
            RegistryMessages::of);
    reply.onNext(
        ListModelVersionsResponse.newBuilder()
            .addAllModelVersions(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void deleteModelVersion(
      DeleteModelVersionRequest request, StreamObserver<DeleteModelVersionResponse> reply) {
    deletion.delete(ModelVersionName.parse(request.getName()));
    reply.onNext(DeleteModelVersionResponse.getDefaultInstance());
    reply.onCompleted();
  }

  @Override
  public void attachEvaluation(
      AttachEvaluationRequest request, StreamObserver<AttachEvaluationResponse> reply) {
    reply.onNext(
        AttachEvaluationResponse.newBuilder()
            .setEvaluation(evaluations.attach(request.getEvaluation()))
            .build());
    reply.onCompleted();
  }

  @Override
  public void getEvaluation(
      GetEvaluationRequest request, StreamObserver<GetEvaluationResponse> reply) {
    reply.onNext(
        GetEvaluationResponse.newBuilder()
            .setEvaluation(evaluations.get(request.getName()))
            .build());
    reply.onCompleted();
  }

  @Override
  public void listEvaluations(
      ListEvaluationsRequest request, StreamObserver<ListEvaluationsResponse> reply) {
    reply.onNext(evaluations.list(request));
    reply.onCompleted();
  }

  @Override
  public void getAlias(GetAliasRequest request, StreamObserver<GetAliasResponse> reply) {
    reply.onNext(GetAliasResponse.newBuilder().setAlias(aliases.get(request.getName())).build());
    reply.onCompleted();
  }

  @Override
  public void listAliases(ListAliasesRequest request, StreamObserver<ListAliasesResponse> reply) {
    reply.onNext(aliases.list(request));
    reply.onCompleted();
  }

  @Override
  public void setAlias(SetAliasRequest request, StreamObserver<SetAliasResponse> reply) {
    reply.onNext(SetAliasResponse.newBuilder().setAlias(aliases.set(request)).build());
    reply.onCompleted();
  }

  @Override
  public void watchAlias(WatchAliasRequest request, StreamObserver<WatchAliasResponse> reply) {
    watches.add(
        AliasName.parse(request.getName()), (ServerCallStreamObserver<WatchAliasResponse>) reply);
  }

  @Override
  public void reportReader(
      ReportReaderRequest request, StreamObserver<ReportReaderResponse> reply) {
    Set<ModelVersionName> loaded =
        request.getStatus().getAliasesList().stream()
            .flatMap(
                alias ->
                    ModelVersionName.parseOptional(alias.getLoaded().getModelVersion()).stream())
            .collect(Collectors.toSet());
    Map<String, ModelVersionName> needed =
        request.getVersionsInUseList().stream()
            .collect(
                Collectors.toMap(
                    VersionInUse::getNeededBy,
                    used -> ModelVersionName.parse(used.getModelVersion()),
                    (first, second) -> second));
    var lease = leases.renew(request.getReaderId(), loaded, needed);
    reply.onNext(ReportReaderResponse.newBuilder().setLeaseDuration(Times.of(lease)).build());
    reply.onCompleted();
  }

  @Override
  public void downloadBlob(
      DownloadBlobRequest request, StreamObserver<DownloadBlobResponse> reply) {
    try {
      long size = blobs.size(request.getSha256());
      BlobDownload.begin(
          blobs,
          new StoredBlob(request.getSha256(), size),
          request.getOffset(),
          (ServerCallStreamObserver<DownloadBlobResponse>) reply,
          chunk -> DownloadBlobResponse.newBuilder().setChunk(chunk).setTotalBytes(size).build());
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    }
  }

  @Override
  public void exportModelVersion(
      ExportModelVersionRequest request, StreamObserver<ExportModelVersionResponse> reply) {
    StoredBlob exported = export(request);
    reply.onNext(ScorerFileMessages.header(exported));
    try {
      BlobDownload.begin(
          blobs,
          exported,
          0,
          (ServerCallStreamObserver<ExportModelVersionResponse>) reply,
          ScorerFileMessages::chunk);
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    }
  }

  private StoredBlob export(ExportModelVersionRequest request) {
    ModelVersionName name = ModelVersionName.parse(request.getName());
    Manifest manifest = versions.get(name).readable();
    try (GivenUp givenUp = GivenUp.ofCall()) {
      return exports.export(
          name.toString(),
          manifest,
          ScorerFileMessages.role(request.getScorer()),
          ScorerFileMessages.format(request.getFormat()),
          givenUp.future());
    }
  }

  @Override
  public StreamObserver<ImportModelVersionRequest> importModelVersion(
      StreamObserver<Operation> reply) {
    return new Upload<>(imports, operations, reply);
  }

  @Override
  public void verifyModelVersion(
      VerifyModelVersionRequest request, StreamObserver<Operation> reply) {
    var begun =
        verifications.begin(
            versions.get(ModelVersionName.parse(request.getName())),
            RequestKey.of(request.getRequestId(), RequestDigest.of(request)));
    reply.onNext(operations.of(begun));
    reply.onCompleted();
  }
}
