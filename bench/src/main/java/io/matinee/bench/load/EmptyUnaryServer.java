package io.matinee.bench.load;

import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.net.InetSocketAddress;

/**
 * A process with one unary method that does nothing and replies with a constant of a given size:
 * what gRPC itself costs on this machine. Arguments: PORT REPLY_BYTES.
 */
public final class EmptyUnaryServer {
  /** The method: any bytes in, the constant out. */
  public static final MethodDescriptor<byte[], byte[]> METHOD =
      MethodDescriptor.newBuilder(BytesMarshaller.INSTANCE, BytesMarshaller.INSTANCE)
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("matinee.bench.Empty/Call")
          .build();

  private EmptyUnaryServer() {}

  /** Serves until the process ends. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    byte[] reply = new byte[Integer.parseInt(arguments[1])];
    ServerServiceDefinition service =
        ServerServiceDefinition.builder("matinee.bench.Empty")
            .addMethod(
                METHOD,
                ServerCalls.asyncUnaryCall(
                    (request, observer) -> {
                      observer.onNext(reply);
                      observer.onCompleted();
                    }))
            .build();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
            .directExecutor()
            .addService(service)
            .build()
            .start();
    server.awaitTermination();
  }
}
