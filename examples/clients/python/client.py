"""Recommends movies: a deadline on every call, retries, paging, and errors by their reason."""

import json
import sys

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from matinee.serving.v1 import recommendation_service_pb2 as messages
from matinee.serving.v1 import recommendation_service_pb2_grpc as services

# Every method of the service is safe to repeat, so calls that meet a restart are sent again.
RETRY = {
    "methodConfig": [{
        "name": [{"service": "matinee.serving.v1.RecommendationService"}],
        "retryPolicy": {
            "maxAttempts": 4,
            "initialBackoff": "0.1s",
            "maxBackoff": "1s",
            "backoffMultiplier": 2,
            "retryableStatusCodes": ["UNAVAILABLE"],
        },
    }]
}


def recommendations(service, user_id, pages, page_size):
    """Yields a user's movies, best first, a page at a time."""
    request = messages.RecommendRequest(user_id=user_id, page_size=page_size)
    for _ in range(pages):
        response = service.Recommend(request, timeout=2)  # seconds
        yield from response.movies
        request.page_token = response.next_page_token
        if not request.page_token:
            return


def reason(error):
    """Returns the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND."""
    status = rpc_status.from_call(error)
    for detail in status.details if status else ():
        info = error_details_pb2.ErrorInfo()
        if detail.Unpack(info):
            return info.reason
    return error.code().name


def main(endpoint, user_id):
    with grpc.insecure_channel(endpoint, [("grpc.service_config", json.dumps(RETRY))]) as channel:
        service = services.RecommendationServiceStub(channel)
        try:
            for found in recommendations(service, user_id, pages=2, page_size=5):
                print(f"{found.rank:3} {found.score:8.4f}  {found.movie.title} ({found.movie.year})")
        except grpc.RpcError as error:
            sys.exit(f"{reason(error)}: {error.details()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
