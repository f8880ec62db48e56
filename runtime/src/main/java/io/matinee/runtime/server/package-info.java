/** The gRPC server: grpc-java's own on Netty, its limits, its encryption and its end. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.server;
