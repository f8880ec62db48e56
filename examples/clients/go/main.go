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

// Every method of the service is safe to repeat, so calls that meet a restart, or are turned away, are sent again.
const retry = `{"methodConfig": [{
  "name": [{"service": "matinee.serving.v1.RecommendationService"}],
  "retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s",
    "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE", "RESOURCE_EXHAUSTED"]}}]}`

func main() {
	connection, err := grpc.NewClient(os.Args[1],
		grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithDefaultServiceConfig(retry))
	check(err)
	service := serving.NewRecommendationServiceClient(connection)
	request := &serving.RecommendRequest{UserId: os.Args[2], PageSize: 5}
	for page := 0; page == 0 || page < 2 && request.PageToken != ""; page++ {
		deadline, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		response, err := service.Recommend(deadline, request)
		cancel()
		check(err)
		for _, found := range response.Movies {
			fmt.Printf("%3d %8.4f  %s (%d)\n", found.Rank, found.Score, found.Movie.Title, found.Movie.Year)
		}
		request.PageToken = response.NextPageToken
	}
}

// check ends the program with the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND.
func check(err error) {
	for _, detail := range status.Convert(err).Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok {
			log.Fatalf("%s: %s", info.Reason, status.Convert(err).Message())
		}
	}
	if err != nil {
		log.Fatal(err)
	}
}
