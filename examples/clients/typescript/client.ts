/** Recommends movies: a deadline on every call, retries, paging, and errors by their reason. */
import { promisify } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import protobuf from "protobufjs";

// Every method of the service is safe to repeat, so calls that meet a restart, or are turned away, are sent again.
const retry = `{"methodConfig": [{
  "name": [{"service": "matinee.serving.v1.RecommendationService"}],
  "retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s",
    "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE", "RESOURCE_EXHAUSTED"]}}]}`;

const [protos, endpoint, userId] = process.argv.slice(2);
const definition = loadSync("matinee/serving/v1/recommendation_service.proto", { includeDirs: [protos] });
const { RecommendationService } = (grpc.loadPackageDefinition(definition) as any).matinee.serving.v1;
const service = new RecommendationService(endpoint, grpc.credentials.createInsecure(), { "grpc.service_config": retry });
const recommend: (request: object, options: grpc.CallOptions) => Promise<any> = promisify(service.recommend).bind(service);

/** Returns the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND. */
function reason(error: grpc.ServiceError): string {
  const types = new protobuf.Root();
  types.resolvePath = (_, target) => `${protos}/${target}`;
  types.loadSync(["google/rpc/status.proto", "google/rpc/error_details.proto"]);
  const decode = (type: string, bytes: any): any => types.lookupType(type).decode(bytes);
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  const details = bytes ? decode("google.rpc.Status", bytes).details : [];
  const info = details.find((detail: any) => detail.type_url.endsWith("google.rpc.ErrorInfo"));
  return info ? decode("google.rpc.ErrorInfo", info.value).reason : grpc.status[error.code];
}

try {
  for (let page = 0, pageToken = ""; page === 0 || (page < 2 && pageToken); page++) {
    const response = await recommend({ userId, pageSize: 5, pageToken }, { deadline: Date.now() + 2000 });
    for (const { rank, score, movie } of response.movies) {
      console.log(`${String(rank).padStart(3)} ${score.toFixed(4).padStart(8)}  ${movie.title} (${movie.year})`);
    }
    pageToken = response.nextPageToken;
  }
} catch (error) {
  console.error(`${reason(error as grpc.ServiceError)}: ${(error as grpc.ServiceError).details}`);
  process.exitCode = 1;
} finally {
  service.close();
}
