package io.matinee.runtime.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.matinee.runtime.following.FollowedModel;
import io.matinee.runtime.telemetry.Bugs;
import io.matinee.runtime.telemetry.CallTimes;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.grpc.runtime.Interceptors;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What surrounds every call of the process, from the outside: its time, its id, errors, the end of
 * the process, its deadline, validation. On the event loop, before a call is handed to a worker.
 */
@Singleton
@GlobalInterceptor
public class CallInterceptor implements ServerInterceptor, Prioritized {
  private static final int OUTSIDE_OF_WORKERS = Interceptors.BLOCKING_HANDLER + 1;

  private final DeadlineInterceptor deadline;
  private final CallChain chain;

  @Inject
  CallInterceptor(
      CallConfiguration configuration,
      CallTimes times,
      Bugs bugs,
      Drain drain,
      RequestValidator validator,
      Instance<FollowedModel> model) {
    this.deadline = new DeadlineInterceptor(configuration.defaultDeadline());
    this.chain =
        new CallChain(
            List.of(
                times,
                new RequestIdInterceptor(),
                new ErrorInterceptor(
                    new ErrorTranslation(bugs::count, () -> model.get().suspect())),
                new DrainInterceptor(drain),
                deadline,
                new ValidationInterceptor(validator)));
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return chain.interceptCall(call, headers, next);
  }

  @Override
  public int getPriority() {
    return OUTSIDE_OF_WORKERS;
  }

  @PreDestroy
  void stop() {
    deadline.close();
  }
}
