/** Uploads a folder's ratings, follows their import to its end, and reads a stream: the alias that readers follow. */
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createReadStream, existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import * as grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

const CHUNK_BYTES = 256 * 1024;
// What an import of RATINGS_FORM_DELIMITED reads.
const NAMES = ["ratings.csv", "movies.csv", "links.csv", "tags.csv"];

const [protos, endpoint, folder, dataset] = process.argv.slice(2);
const definition = loadSync(
  [
    "matinee/trainer/v1/dataset_service.proto",
    "matinee/trainer/v1/model_registry_service.proto",
    "google/rpc/error_details.proto", // what an operation's error carries
  ],
  { includeDirs: [protos], json: true, defaults: true, enums: String, longs: Number }, // json: packed messages come unpacked
);
const { matinee, google } = grpc.loadPackageDefinition(definition) as any;
const credentials = grpc.credentials.createInsecure();
const datasets = new matinee.trainer.v1.DatasetService(endpoint, credentials);
const registry = new matinee.trainer.v1.ModelRegistryService(endpoint, credentials);
const operations = new google.longrunning.Operations(endpoint, credentials);

const soon = () => ({ deadline: Date.now() + 10_000 });
const call = (client: any, method: string, request: object): Promise<any> =>
  promisify(client[method]).call(client, request, soon()) as Promise<any>;

/** Returns a file's name, size and digest: the trainer checks them. */
async function describe(path: string) {
  const digest = createHash("sha256");
  for await (const bytes of createReadStream(path)) digest.update(bytes);
  return { name: basename(path), sizeBytes: statSync(path).size, sha256: digest.digest("hex") };
}

/** Sends a header that describes the files, then their bytes in its order; waits while there is no room. */
async function upload(paths: string[]): Promise<any> {
  const files = await Promise.all(paths.map(describe));
  return new Promise((answer, refuse) => {
    const stream = datasets.uploadDataset({ deadline: Date.now() + 3_600_000 }, (error: any, operation: any) =>
      error ? refuse(error) : answer(operation));
    // Sent again with the same header, the request id brings the same operation, not another import.
    const header = { dataset: `datasets/${dataset}`, files, source: basename(resolve(folder)), requestId: randomUUID() };
    const send = async () => {
      stream.write({ header });
      for (const path of paths) {
        for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
          if (!stream.write({ chunk })) await once(stream, "drain");
        }
      }
      stream.end();
    };
    send().catch(refuse);
  });
}

/** Waits for an operation's end, and tells how far it is meanwhile. */
async function follow(operation: any): Promise<any> {
  while (!operation.done) {
    console.error(operation.metadata.stage);
    operation = await call(operations, "waitOperation", { name: operation.name, timeout: { seconds: 1 } });
  }
  if (operation.error) throw new Error(`${operation.error.details[0].reason}: ${operation.error.message}`);
  return operation.response.datasetVersion;
}

try {
  await call(datasets, "createDataset", { datasetId: dataset }).catch((error: grpc.ServiceError) => {
    if (error.code !== grpc.status.ALREADY_EXISTS) throw error;
  });
  const paths = NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
  const version = await follow(await upload(paths));
  console.log(`${version.name} ${version.counts.ratings} ratings`);

  const name = "models/movies/aliases/production";
  const stream = registry.watchAlias({ name }, soon());
  // The present state comes at once, then each change; a service would go on reading.
  for await (const state of stream) {
    console.log(`${name} ${state.alias?.modelVersion || "points at nothing"}`);
    break;
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  for (const client of [datasets, registry, operations]) client.close();
}
