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

const [protos, endpoint, userId] = process.argv.slice(2);
const errors = new protobuf.Root();
errors.resolvePath = (_, target) => `${protos}/${target}`;
errors.loadSync(["google/rpc/status.proto", "google/rpc/error_details.proto"]);

/** Returns the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND. */
function reason(error: grpc.ServiceError): string {
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (!bytes) return grpc.status[error.code];
  const status: any = errors.lookupType("google.rpc.Status").decode(bytes as Buffer);
  const info = status.details.find((detail: any) => detail.type_url.endsWith("google.rpc.ErrorInfo"));
  return info ? (errors.lookupType("google.rpc.ErrorInfo").decode(info.value) as any).reason : grpc.status[error.code];
}

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
