/** Load on a gRPC method: closed loop for throughput, open loop for latency. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.load;
