package io.matinee.runtime.testing;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.matinee.runtime.call.RequestId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes the ids that calls come with. Thread safe. */
final class HeardRequestIds implements ServerInterceptor {
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  /** Returns the ids of the calls of a method so far; calls without one are left out. */
  List<String> of(String method) {
    return heard.stream().filter(call -> call.method().equals(method)).map(Heard::id).toList();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    String id = headers.get(RequestId.HEADER);
    if (id != null) {
      heard.add(new Heard(String.valueOf(call.getMethodDescriptor().getBareMethodName()), id));
    }
    return next.startCall(call, headers);
  }

  private record Heard(String method, String id) {}
}
