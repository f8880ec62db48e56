"""Uploads a folder's ratings, follows their import to its end, and reads a stream: the alias that readers follow."""

import hashlib
import pathlib
import sys
import uuid

import grpc
from google.longrunning import operations_pb2, operations_pb2_grpc
from google.protobuf import duration_pb2
from google.rpc import code_pb2, error_details_pb2

from matinee.trainer.v1 import dataset_service_pb2 as messages
from matinee.trainer.v1 import dataset_service_pb2_grpc as datasets
from matinee.trainer.v1 import model_registry_service_pb2 as registry_messages
from matinee.trainer.v1 import model_registry_service_pb2_grpc as registry

NAMES = ["ratings.csv", "movies.csv", "links.csv", "tags.csv"]  # what an import of RATINGS_FORM_DELIMITED reads
CHUNK_BYTES = 256 * 1024


def describe(path):
    """Returns a file's name, size and digest: the trainer checks them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return messages.UploadedFile(name=path.name, size_bytes=path.stat().st_size, sha256=digest)


def parts(header, paths):
    """Yields the header, then the files' bytes in its order; gRPC takes the next part when it has room for it."""
    yield messages.UploadDatasetRequest(header=header)
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                yield messages.UploadDatasetRequest(chunk=chunk)


def follow(operations, operation):
    """Waits for an operation's end, and tells how far it is meanwhile."""
    while not operation.done:
        metadata = messages.ImportRatingsMetadata()
        operation.metadata.Unpack(metadata)
        print(messages.ImportRatingsMetadata.Stage.Name(metadata.stage), file=sys.stderr)
        wait = operations_pb2.WaitOperationRequest(name=operation.name, timeout=duration_pb2.Duration(seconds=1))
        operation = operations.WaitOperation(wait, timeout=10)
    if operation.HasField("error"):
        info = error_details_pb2.ErrorInfo()
        any(detail.Unpack(info) for detail in operation.error.details)
        sys.exit(f"{info.reason or code_pb2.Code.Name(operation.error.code)}: {operation.error.message}")
    response = messages.ImportRatingsResponse()
    operation.response.Unpack(response)
    return response.dataset_version


def create(service, dataset):
    """Creates a data set unless it is there."""
    try:
        service.CreateDataset(messages.CreateDatasetRequest(dataset_id=dataset), timeout=10)
    except grpc.RpcError as error:
        if error.code() != grpc.StatusCode.ALREADY_EXISTS:
            raise


endpoint, folder, dataset = sys.argv[1:]
paths = [path for name in NAMES if (path := pathlib.Path(folder, name)).exists()]
with grpc.insecure_channel(endpoint) as channel:
    service = datasets.DatasetServiceStub(channel)
    create(service, dataset)
    header = messages.UploadDatasetHeader(
        dataset=f"datasets/{dataset}",
        files=[describe(path) for path in paths],
        source=pathlib.Path(folder).resolve().name,
        request_id=str(uuid.uuid4()),  # sent again with the same header, it brings the same operation, not another import
    )
    operation = service.UploadDataset(parts(header, paths), timeout=3600)
    version = follow(operations_pb2_grpc.OperationsStub(channel), operation)
    print(f"{version.name} {version.counts.ratings} ratings")

    watch = registry_messages.WatchAliasRequest(name="models/movies/aliases/production")
    stream = registry.ModelRegistryServiceStub(channel).WatchAlias(watch, timeout=10)
    for state in stream:  # the present state comes at once, then each change; a service would go on reading
        print(f"{watch.name} {state.alias.model_version or 'points at nothing'}")
        break
    stream.cancel()
