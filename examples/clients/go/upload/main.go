// Uploads a folder's ratings, follows their import to its end, and reads a stream: the alias that readers follow.
package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	longrunning "matinee.example/client/gen/google/longrunning"
	trainer "matinee.example/client/gen/matinee/trainer/v1"
)

const chunkBytes = 256 << 10

// What an import of RATINGS_FORM_DELIMITED reads.
var names = []string{"ratings.csv", "movies.csv", "links.csv", "tags.csv"}

func main() {
	endpoint, folder, dataset := os.Args[1], os.Args[2], os.Args[3]
	connection, err := grpc.NewClient(endpoint, grpc.WithTransportCredentials(insecure.NewCredentials()))
	check(err)
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()

	datasets := trainer.NewDatasetServiceClient(connection)
	_, err = datasets.CreateDataset(ctx, &trainer.CreateDatasetRequest{DatasetId: dataset})
	if status.Code(err) != codes.AlreadyExists {
		check(err)
	}
	operation := upload(ctx, datasets, folder, dataset)
	version := follow(ctx, longrunning.NewOperationsClient(connection), operation)
	fmt.Println(version.Name, version.Counts.Ratings, "ratings")

	// The present state comes at once, then each change; a service would go on reading.
	request := &trainer.WatchAliasRequest{Name: "models/movies/aliases/production"}
	stream, err := trainer.NewModelRegistryServiceClient(connection).WatchAlias(ctx, request)
	check(err)
	state, err := stream.Recv()
	check(err)
	if version := state.GetAlias().GetModelVersion(); version != "" {
		fmt.Println(request.Name, version)
	} else {
		fmt.Println(request.Name, "points at nothing")
	}
}

// upload sends a header that describes the files, then their bytes in its order. Send waits while there is no room.
func upload(ctx context.Context, datasets trainer.DatasetServiceClient, folder, dataset string) *longrunning.Operation {
	header := &trainer.UploadDatasetHeader{
		Dataset: "datasets/" + dataset, Source: filepath.Base(folder), RequestId: uuid()}
	var paths []string
	for _, name := range names {
		path := filepath.Join(folder, name)
		if _, err := os.Stat(path); err == nil {
			paths = append(paths, path)
			header.Files = append(header.Files, describe(path))
		}
	}
	stream, err := datasets.UploadDataset(ctx)
	check(err)
	err = stream.Send(&trainer.UploadDatasetRequest{Part: &trainer.UploadDatasetRequest_Header{Header: header}})
	for i := 0; i < len(paths) && err == nil; i++ {
		err = send(stream, paths[i])
	}
	if err != io.EOF { // io.EOF: the trainer has answered before all was sent, and CloseAndRecv says what
		check(err)
	}
	operation, err := stream.CloseAndRecv()
	check(err)
	return operation
}

// describe returns a file's name, size and digest: the trainer checks them.
func describe(path string) *trainer.UploadedFile {
	file, err := os.Open(path)
	check(err)
	defer file.Close()
	digest := sha256.New()
	size, err := io.Copy(digest, file)
	check(err)
	return &trainer.UploadedFile{
		Name: filepath.Base(path), SizeBytes: size, Sha256: fmt.Sprintf("%x", digest.Sum(nil))}
}

func send(stream trainer.DatasetService_UploadDatasetClient, path string) error {
	file, err := os.Open(path)
	check(err)
	defer file.Close()
	for {
		chunk := make([]byte, chunkBytes)
		count, err := io.ReadFull(file, chunk)
		if count > 0 {
			part := &trainer.UploadDatasetRequest_Chunk{Chunk: chunk[:count]}
			if err := stream.Send(&trainer.UploadDatasetRequest{Part: part}); err != nil {
				return err
			}
		}
		if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		check(err)
	}
}

// follow waits for an operation's end, and tells how far it is meanwhile.
func follow(ctx context.Context, operations longrunning.OperationsClient, operation *longrunning.Operation) *trainer.DatasetVersion {
	for !operation.Done {
		var metadata trainer.ImportRatingsMetadata
		check(operation.Metadata.UnmarshalTo(&metadata))
		log.Println(metadata.Stage)
		var err error
		operation, err = operations.WaitOperation(ctx, &longrunning.WaitOperationRequest{
			Name: operation.Name, Timeout: durationpb.New(time.Second)})
		check(err)
	}
	check(status.ErrorProto(operation.GetError()))
	var response trainer.ImportRatingsResponse
	check(operation.GetResponse().UnmarshalTo(&response))
	return response.DatasetVersion
}

// uuid returns a random UUID: sent again with the same header, it brings the same operation, not another import.
func uuid() string {
	bytes := make([]byte, 16)
	rand.Read(bytes)
	return fmt.Sprintf("%x-%x-%x-%x-%x", bytes[:4], bytes[4:6], bytes[6:8], bytes[8:10], bytes[10:])
}

// check ends the program with the reason in the ErrorInfo that a failure carries, e.g. UPLOAD_CORRUPT.
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
