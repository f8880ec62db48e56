package io.matinee.runtime.call;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.matinee.runtime.following.FollowedModels;
import io.matinee.runtime.liveness.OwnedScheduler;
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
import java.util.Set;

/**
 * What surrounds every call of the process, from the outside: its time, its id, errors, the end of
 * the process, what its caller leaves unread, its deadline, validation, where its work is done, and
 * how much of that may go on at once: heavy calls that wait for a thread are not at work yet, and
 * turn no short call away. On the event loop, before a call is handed to a worker.
 */
@Singleton
@GlobalInterceptor
public class CallInterceptor implements ServerInterceptor, Prioritized {
  private static final int OUTSIDE_OF_WORKERS = Interceptors.BLOCKING_HANDLER + 1;

  private final OwnedScheduler timer = new OwnedScheduler("call-timer");
  private final CallChain chain;

  @Inject
  CallInterceptor(
      CallConfiguration configuration,
      CallTimes times,
      Bugs bugs,
      Drain drain,
      UnreadReplies unreadReplies,
      RequestValidator validator,
      Instance<HeavyCalls> heavy,
      WorkPool pool,
      Instance<FollowedModels> models) {
    Set<String> waiting = configuration.waiting().orElse(Set.of());
    this.chain =
        new CallChain(
            List.of(
                times,
                new RequestIdInterceptor(),
                new ErrorInterceptor(
                    new ErrorTranslation(bugs::count, () -> models.get().suspect())),
                new DrainInterceptor(drain),
                new UnreadRepliesInterceptor(unreadReplies, configuration.longestUnread(), timer),
                new DeadlineInterceptor(
                    configuration.defaultDeadline(),
                    configuration.longestDeadline(),
                    waiting,
                    timer),
                new SilenceInterceptor(configuration.longestSilence(), timer),
                new ValidationInterceptor(validator),
                new WorkInterceptor(heavy.isResolvable() ? heavy.get() : request -> false, pool),
                new AdmissionInterceptor(configuration.atWork(), waiting)));
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
    timer.shutdownNow();
  }
}
