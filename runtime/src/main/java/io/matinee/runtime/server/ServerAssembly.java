package io.matinee.runtime.server;

import io.grpc.BindableService;
import io.grpc.ForwardingServerBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import java.util.List;
import java.util.function.Consumer;

/** A server being put together: every method that is added is wrapped first. */
public final class ServerAssembly extends ForwardingServerBuilder<ServerAssembly> {
  private final ServerBuilder<?> builder;
  private final List<MethodWrapping> wrappings;
  private final Consumer<Server> built;

  /**
   * Begins a server.
   *
   * @param builder what builds it
   * @param wrappings what every method is wrapped in, the innermost first
   * @param built takes the server once it is built
   */
  ServerAssembly(ServerBuilder<?> builder, List<MethodWrapping> wrappings, Consumer<Server> built) {
    this.builder = builder;
    this.wrappings = wrappings;
    this.built = built;
  }

  @Override
  protected ServerBuilder<?> delegate() {
    return builder;
  }

  @Override
  public ServerAssembly addService(BindableService service) {
    return addService(service.bindService());
  }

  @Override
  public ServerAssembly addService(ServerServiceDefinition service) {
    ServerServiceDefinition.Builder wrapped =
        ServerServiceDefinition.builder(service.getServiceDescriptor().getName());
    service.getMethods().forEach(method -> wrapped.addMethod(wrap(method)));
    return super.addService(wrapped.build());
  }

  @Override
  public Server build() {
    Server server = super.build();
    built.accept(server);
    return server;
  }

  private ServerMethodDefinition<?, ?> wrap(ServerMethodDefinition<?, ?> method) {
    ServerMethodDefinition<?, ?> wrapped = method;
    for (MethodWrapping wrapping : wrappings) {
      wrapped = wrapping.wrap(wrapped);
    }
    return wrapped;
  }
}
