// Recommends movies: a deadline on every call, retries, paging, and errors by their reason.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	serving "matinee.example/client/gen/matinee/serving/v1"
)

// Every method of the service is safe to repeat, so calls that meet a restart are sent again.
const retry = `{"methodConfig": [{
  "name": [{"service": "matinee.serving.v1.RecommendationService"}],
  "retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s",
    "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE"]}}]}`

func main() {
	endpoint, user := os.Args[1], os.Args[2]
	connection, err := grpc.NewClient(endpoint,
		grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithDefaultServiceConfig(retry))
	if err != nil {
		log.Fatal(err)
	}
	defer connection.Close()
	service := serving.NewRecommendationServiceClient(connection)
	size := int32(5)
	request := &serving.RecommendRequest{UserId: user, PageSize: &size}
	for page := 0; page < 2; page++ {
		response, err := recommend(service, request)
		if err != nil {
			log.Fatalf("%s: %s", reason(err), status.Convert(err).Message())
		}
		for _, found := range response.Movies {
			fmt.Printf("%3d %8.4f  %s (%d)\n", found.Rank, found.Score, found.Movie.Title, found.Movie.Year)
		}
		if request.PageToken = response.NextPageToken; request.PageToken == "" {
			return
		}
	}
}

func recommend(service serving.RecommendationServiceClient, request *serving.RecommendRequest) (*serving.RecommendResponse, error) {
	deadline, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	return service.Recommend(deadline, request)
}

// reason returns the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND.
func reason(err error) string {
	for _, detail := range status.Convert(err).Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok {
			return info.Reason
		}
	}
	return status.Code(err).String()
}
