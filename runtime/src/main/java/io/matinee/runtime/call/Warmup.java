package io.matinee.runtime.call;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerMethodDefinition;
import io.quarkus.grpc.GrpcService;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Compiles the validation rules of all requests of the process, beside the rest of its start. */
@Singleton
public class Warmup {
  private static final Logger LOG = Logger.getLogger(Warmup.class);

  private final Instance<BindableService> services;
  private final RequestValidator validator;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  @Inject
  Warmup(@GrpcService Instance<BindableService> services, RequestValidator validator) {
    this.services = services;
    this.validator = validator;
  }

  /** Returns what is completed when calls are as fast as they will be. */
  public CompletableFuture<Void> done() {
    return done;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("warm-up").daemon().start(this::warm);
  }

  private void warm() {
    try {
      compile();
    } finally {
      done.complete(null);
    }
  }

  private void compile() {
    long start = System.nanoTime();
    services.stream()
        .flatMap(service -> service.bindService().getMethods().stream())
        .forEach(this::warm);
    LOG.debugf("validation rules compiled in %d ms", (System.nanoTime() - start) / 1_000_000);
  }

  private void warm(ServerMethodDefinition<?, ?> method) {
    if (method.getMethodDescriptor().getRequestMarshaller() instanceof PrototypeMarshaller<?> typed
        && typed.getMessagePrototype() instanceof Message request) {
      validator.warm(request);
    }
  }
}
