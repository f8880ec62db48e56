/** Calls below gRPC's own client: any bytes, any headers, and callers that do not read. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.faults.wire;
