package io.matinee.bench;

import io.grpc.MethodDescriptor;
import io.matinee.bench.load.UnaryLoad;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;

/** Recommend as loads call it, with its messages as bytes. */
final class RecommendCall {
  static final MethodDescriptor<byte[], byte[]> METHOD =
      UnaryLoad.method(RecommendationServiceGrpc.getRecommendMethod().getFullMethodName());

  private RecommendCall() {}

  /** Returns a request for the ten best movies of a user. */
  static byte[] request(long user) {
    return of(user).build().toByteArray();
  }

  /** Returns a request for so many movies of a user. */
  static byte[] request(long user, int movies) {
    return of(user).setPageSize(movies).build().toByteArray();
  }

  private static RecommendRequest.Builder of(long user) {
    return RecommendRequest.newBuilder().setUserId(Long.toString(user));
  }
}
