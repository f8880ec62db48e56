package io.matinee.runtime.call;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.StatusRuntimeException;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Says of a method that is not there that it is not, in the words of the error catalogue. */
@Singleton
@Unremovable
public class UnknownMethods extends HandlerRegistry {
  private static final MethodDescriptor.Marshaller<InputStream> UNREAD =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(InputStream message) {
          return message;
        }

        @Override
        public InputStream parse(InputStream message) {
          return InputStream.nullInputStream();
        }
      };

  private static final RequestIdInterceptor REQUEST_ID = new RequestIdInterceptor();

  @Override
  public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
    MethodDescriptor<InputStream, InputStream> method =
        MethodDescriptor.newBuilder(UNREAD, UNREAD)
            .setFullMethodName(name)
            .setType(MethodType.UNKNOWN)
            .build();
    return ServerMethodDefinition.create(
        method, (call, headers) -> REQUEST_ID.interceptCall(call, headers, UnknownMethods::refuse));
  }

  private static <Q, R> ServerCall.Listener<Q> refuse(ServerCall<Q, R> call, Metadata headers) {
    String name = Excerpt.of(call.getMethodDescriptor().getFullMethodName());
    StatusRuntimeException unknown =
        MatineeException.of(Reason.UNIMPLEMENTED, "there is no method " + name)
            .with(ErrorTranslation.REQUEST_ID, RequestId.current())
            .toStatus();
    Metadata details = unknown.getTrailers();
    call.close(unknown.getStatus(), details == null ? new Metadata() : details);
    return new ServerCall.Listener<>() {};
  }
}
