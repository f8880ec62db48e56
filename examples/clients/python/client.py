"""Recommends movies: a deadline on every call, retries, paging, and errors by their reason."""

import sys

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from matinee.serving.v1 import recommendation_service_pb2 as messages
from matinee.serving.v1 import recommendation_service_pb2_grpc as services

# Every method of the service is safe to repeat, so calls that meet a restart, or are turned away, are sent again.
RETRY = """{"methodConfig": [{
  "name": [{"service": "matinee.serving.v1.RecommendationService"}],
  "retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s",
    "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE", "RESOURCE_EXHAUSTED"]}}]}"""


def reason(error):
    """Returns the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND."""
    status, info = rpc_status.from_call(error), error_details_pb2.ErrorInfo()
    found = status and any(detail.Unpack(info) for detail in status.details)
    return info.reason if found else error.code().name


endpoint, user = sys.argv[1:]
with grpc.insecure_channel(endpoint, [("grpc.service_config", RETRY)]) as channel:
    service = services.RecommendationServiceStub(channel)
    request = messages.RecommendRequest(user_id=user, page_size=5)
    try:
        for page in range(2):
            response = service.Recommend(request, timeout=2)  # seconds
            for found in response.movies:
                print(f"{found.rank:3} {found.score:8.4f}  {found.movie.title} ({found.movie.year})")
            request.page_token = response.next_page_token
            if not request.page_token:
                break
    except grpc.RpcError as error:
        sys.exit(f"{reason(error)}: {error.details()}")
