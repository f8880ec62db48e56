/** Recommends movies: a deadline on every call, retries, paging, and errors by their reason. */
import * as grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import protobuf from "protobufjs";

// Every method of the service is safe to repeat, so calls that meet a restart are sent again.
const retry = {
  methodConfig: [{
    name: [{ service: "matinee.serving.v1.RecommendationService" }],
    retryPolicy: {
      maxAttempts: 4,
      initialBackoff: "0.1s",
      maxBackoff: "1s",
      backoffMultiplier: 2,
      retryableStatusCodes: ["UNAVAILABLE"],
    },
  }],
};

const { root: errors } = protobuf.parse(`syntax = "proto3";
  message Any { string type_url = 1; bytes value = 2; }
  message Status { int32 code = 1; string message = 2; repeated Any details = 3; }
  message ErrorInfo { string reason = 1; string domain = 2; map<string, string> metadata = 3; }`);

/** Returns the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND. */
function reason(error: grpc.ServiceError): string {
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (!bytes) return grpc.status[error.code];
  const status: any = errors.lookupType("Status").decode(bytes as Buffer);
  const info = status.details.find((detail: any) => detail.typeUrl.endsWith("google.rpc.ErrorInfo"));
  return info ? (errors.lookupType("ErrorInfo").decode(info.value) as any).reason : grpc.status[error.code];
}

const [protos, endpoint, userId] = process.argv.slice(2);
const definition = loadSync("matinee/serving/v1/recommendation_service.proto", { includeDirs: [protos] });
const { matinee } = grpc.loadPackageDefinition(definition) as any;
const service = new matinee.serving.v1.RecommendationService(endpoint, grpc.credentials.createInsecure(), {
  "grpc.service_config": JSON.stringify(retry),
});

function recommend(request: object): Promise<any> {
  return new Promise((resolve, reject) =>
    service.recommend(request, { deadline: Date.now() + 2000 }, (error: grpc.ServiceError | null, response: any) =>
      error ? reject(error) : resolve(response)));
}

try {
  let pageToken = "";
  for (let page = 0; page < 2; page++) {
    const response = await recommend({ userId, pageSize: 5, pageToken });
    for (const { rank, score, movie } of response.movies) {
      console.log(`${String(rank).padStart(3)} ${score.toFixed(4).padStart(8)}  ${movie.title} (${movie.year})`);
    }
    if (!(pageToken = response.nextPageToken)) break;
  }
} catch (error) {
  console.error(`${reason(error as grpc.ServiceError)}: ${(error as grpc.ServiceError).details}`);
  process.exitCode = 1;
} finally {
  service.close();
}
