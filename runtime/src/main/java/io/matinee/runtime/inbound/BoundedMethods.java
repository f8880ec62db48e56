package io.matinee.runtime.inbound;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.matinee.runtime.call.RequestRefusal;
import io.matinee.runtime.server.MethodWrapping;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Has every method's requests read as bytes, up to the limit that follows from its contract, and
 * judged on the wire before they become objects.
 */
@Singleton
@Unremovable
public class BoundedMethods implements MethodWrapping {
  private final HeldRequests requests;

  @Inject
  BoundedMethods(HeldRequests requests) {
    this.requests = requests;
  }

  @Override
  public <Q, R> ServerMethodDefinition<?, R> wrap(ServerMethodDefinition<Q, R> method) {
    return method.getMethodDescriptor().getRequestMarshaller()
                instanceof PrototypeMarshaller<Q> typed
            && typed.getMessagePrototype() instanceof Message prototype
        ? bounded(method, typed, prototype)
        : method;
  }

  private <Q, R> ServerMethodDefinition<RawRequest, R> bounded(
      ServerMethodDefinition<Q, R> method, PrototypeMarshaller<Q> typed, Message prototype) {
    RequestReader messages = new RequestReader(prototype);
    Class<Q> type = typed.getMessageClass();
    Function<byte[], Q> reader = bytes -> type.cast(messages.read(bytes));
    Q none = type.cast(prototype);
    InboundLimit limit = InboundLimit.of(prototype.getDescriptorForType());
    MethodDescriptor<Q, R> described = method.getMethodDescriptor();
    ServerCallHandler<Q, R> handler = method.getServerCallHandler();
    return ServerMethodDefinition.create(
        described.toBuilder(new RawRequestMarshaller(limit), described.getResponseMarshaller())
            .build(),
        (call, headers) -> {
          RequestRefusal refusal = new RequestRefusal();
          HeldBytes held = new HeldBytes(requests.of(call.getAttributes()));
          InboundCall<Q, R> inbound = new InboundCall<>(call, described, refusal, held);
          return new InboundListener<>(
              handler.startCall(inbound, headers), reader, none, refusal, held);
        });
  }
}
