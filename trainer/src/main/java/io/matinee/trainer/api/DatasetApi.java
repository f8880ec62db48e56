package io.matinee.trainer.api;

import com.google.longrunning.Operation;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.AcceptDatasetVersionRequest;
import io.matinee.proto.trainer.v1.AcceptDatasetVersionResponse;
import io.matinee.proto.trainer.v1.CreateDatasetRequest;
import io.matinee.proto.trainer.v1.CreateDatasetResponse;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.DeleteDatasetRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetResponse;
import io.matinee.proto.trainer.v1.DeleteDatasetVersionRequest;
import io.matinee.proto.trainer.v1.DeleteDatasetVersionResponse;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import io.matinee.proto.trainer.v1.ExportDatasetRequest;
import io.matinee.proto.trainer.v1.ExportDatasetResponse;
import io.matinee.proto.trainer.v1.GetDatasetRequest;
import io.matinee.proto.trainer.v1.GetDatasetResponse;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionResponse;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ListDatasetVersionsRequest;
import io.matinee.proto.trainer.v1.ListDatasetVersionsResponse;
import io.matinee.proto.trainer.v1.ListDatasetsRequest;
import io.matinee.proto.trainer.v1.ListDatasetsResponse;
import io.matinee.proto.trainer.v1.QueryUploadRequest;
import io.matinee.proto.trainer.v1.QueryUploadResponse;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.runtime.call.GivenUp;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import io.matinee.trainer.dataset.description.KeptDescriptions;
import io.matinee.trainer.dataset.export.DatasetExports;
import io.matinee.trainer.dataset.importing.DatasetImporter;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.split.Splits;
import io.matinee.trainer.dataset.upload.Uploads;
import io.matinee.trainer.dataset.version.Dataset;
import io.matinee.trainer.dataset.version.DatasetDeletion;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.StoredBlob;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import java.io.IOException;

/** matinee.trainer.v1.DatasetService. */
@GrpcService
@RunOnVirtualThread
public class DatasetApi extends DatasetServiceGrpc.DatasetServiceImplBase {
  private static final int REJECTED_ROWS = 100;

  private final Datasets datasets;
  private final DatasetDeletion deletion;
  private final DatasetImporter importer;
  private final KeptDescriptions descriptions;
  private final OperationMessages operations;
  private final Uploads uploads;
  private final DatasetExports exports;
  private final ExportedContents contents;
  private final BlobStore blobs;

  @Inject
  DatasetApi(
      Datasets datasets,
      DatasetDeletion deletion,
      DatasetImporter importer,
      KeptDescriptions descriptions,
      OperationMessages operations,
      Uploads uploads,
      DatasetExports exports,
      Splits splits,
      BlobStore blobs) {
    this.datasets = datasets;
    this.deletion = deletion;
    this.importer = importer;
    this.descriptions = descriptions;
    this.operations = operations;
    this.uploads = uploads;
    this.exports = exports;
    this.contents = new ExportedContents(datasets, splits);
    this.blobs = blobs;
  }

  @Override
  public void createDataset(
      CreateDatasetRequest request, StreamObserver<CreateDatasetResponse> reply) {
    Dataset created =
        datasets.create(new DatasetName(request.getDatasetId()), request.getDisplayName());
    reply.onNext(
        CreateDatasetResponse.newBuilder().setDataset(DatasetMessages.of(created)).build());
    reply.onCompleted();
  }

  @Override
  public void importRatings(ImportRatingsRequest request, StreamObserver<Operation> reply) {
    ImportSource source = ImportSourceReading.read(request);
    var begun =
        importer.begin(
            ImportOptionsReading.of(request.getOptions(), "options")
                .request(
                    DatasetName.parse(request.getDataset()),
                    source,
                    RequestKey.of(request.getRequestId(), RequestDigest.of(request))));
    reply.onNext(operations.of(begun));
    reply.onCompleted();
  }

  @Override
  public StreamObserver<UploadDatasetRequest> uploadDataset(StreamObserver<Operation> reply) {
    return new Upload<>(new DatasetUploads(importer, uploads), operations, reply);
  }

  @Override
  public void queryUpload(QueryUploadRequest request, StreamObserver<QueryUploadResponse> reply) {
    long received =
        uploads.received(request.getDataset(), RequestKey.sameCase(request.getRequestId()));
    reply.onNext(QueryUploadResponse.newBuilder().setReceivedBytes(received).build());
    reply.onCompleted();
  }

  @Override
  public void getDataset(GetDatasetRequest request, StreamObserver<GetDatasetResponse> reply) {
    Dataset found = datasets.get(DatasetName.parse(request.getName()));
    reply.onNext(GetDatasetResponse.newBuilder().setDataset(DatasetMessages.of(found)).build());
    reply.onCompleted();
  }

  @Override
  public void listDatasets(
      ListDatasetsRequest request, StreamObserver<ListDatasetsResponse> reply) {
    PageRoom room = PageRoom.of(request.getPageSize());
    String after =
        Page.start(request, request.getPageToken()).map(token -> token.text(0)).orElse("");
    Page<io.matinee.proto.trainer.v1.Dataset> page =
        Page.of(
            datasets.list(after, room.mostItems() + 1),
            room,
            request,
            dataset -> new Object[] {dataset.name().dataset()},
            DatasetMessages::of);
    reply.onNext(
        ListDatasetsResponse.newBuilder()
            .addAllDatasets(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void getDatasetVersion(
      GetDatasetVersionRequest request, StreamObserver<GetDatasetVersionResponse> reply) {
    DatasetVersion version = datasets.version(DatasetVersionName.parse(request.getName()));
    reply.onNext(
        GetDatasetVersionResponse.newBuilder()
            .setDatasetVersion(DatasetMessages.of(version))
            .build());
    reply.onCompleted();
  }

  @Override
  public void listDatasetVersions(
      ListDatasetVersionsRequest request, StreamObserver<ListDatasetVersionsResponse> reply) {
    PageRoom room = PageRoom.of(request.getPageSize());
    long below =
        Page.start(request, request.getPageToken())
            .map((PageToken token) -> token.number(0))
            .orElse(Long.MAX_VALUE);
    Page<io.matinee.proto.trainer.v1.DatasetVersion> page =
        Page.of(
            datasets.versions(DatasetName.parse(request.getDataset()), below, room.mostItems() + 1),
            room,
            request,
            version -> new Object[] {version.name().number()},
            DatasetMessages::of);
    reply.onNext(
        ListDatasetVersionsResponse.newBuilder()
            .addAllDatasetVersions(page.items())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void acceptDatasetVersion(
      AcceptDatasetVersionRequest request, StreamObserver<AcceptDatasetVersionResponse> reply) {
    DatasetVersion accepted =
        datasets.accept(DatasetVersionName.parse(request.getName()), request.getReason());
    reply.onNext(
        AcceptDatasetVersionResponse.newBuilder()
            .setDatasetVersion(DatasetMessages.of(accepted))
            .build());
    reply.onCompleted();
  }

  @Override
  public void deleteDataset(
      DeleteDatasetRequest request, StreamObserver<DeleteDatasetResponse> reply) {
    deletion.delete(DatasetName.parse(request.getName()), request.getForce());
    reply.onNext(DeleteDatasetResponse.getDefaultInstance());
    reply.onCompleted();
  }

  @Override
  public void deleteDatasetVersion(
      DeleteDatasetVersionRequest request, StreamObserver<DeleteDatasetVersionResponse> reply) {
    deletion.delete(DatasetVersionName.parse(request.getName()));
    reply.onNext(DeleteDatasetVersionResponse.getDefaultInstance());
    reply.onCompleted();
  }

  @Override
  public void describeDataset(
      DescribeDatasetRequest request, StreamObserver<DescribeDatasetResponse> reply) {
    DatasetVersion version = datasets.version(DatasetVersionName.parse(request.getName()));
    reply.onNext(
        DescriptionMessages.of(
            version, descriptions.of(version), descriptions.rejected(version, REJECTED_ROWS)));
    reply.onCompleted();
  }

  @Override
  public void exportDataset(
      ExportDatasetRequest request, StreamObserver<ExportDatasetResponse> reply) {
    StoredBlob exported = export(request);
    reply.onNext(ExportMessages.header(exported));
    try {
      BlobDownload.begin(
          blobs,
          exported,
          0,
          (ServerCallStreamObserver<ExportDatasetResponse>) reply,
          ExportMessages::chunk);
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    }
  }

  private StoredBlob export(ExportDatasetRequest request) {
    try (GivenUp givenUp = GivenUp.ofCall()) {
      return exports.export(
          contents.of(request), ExportMessages.format(request.getFormat()), givenUp.future());
    }
  }
}
