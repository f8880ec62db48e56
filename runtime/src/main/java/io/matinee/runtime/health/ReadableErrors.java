package io.matinee.runtime.health;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.rpc.ErrorDetailsProto;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import java.util.stream.Stream;

/**
 * Lets clients that learn the contracts by reflection, such as grpcurl, read the details of errors:
 * reflection tells of messages only when a service's file leads to theirs.
 */
final class ReadableErrors {
  private ReadableErrors() {}

  /** Returns a service whose file leads to {@code google/rpc/error_details.proto} too. */
  static ServerServiceDefinition alongside(ServerServiceDefinition service) {
    ServiceDescriptor descriptor = service.getServiceDescriptor();
    if (!(descriptor.getSchemaDescriptor() instanceof ProtoFileDescriptorSupplier schema)) {
      return service;
    }
    FileDescriptor file = withErrors(schema.getFileDescriptor());
    ServiceDescriptor.Builder described =
        ServiceDescriptor.newBuilder(descriptor.getName())
            .setSchemaDescriptor((ProtoFileDescriptorSupplier) () -> file);
    descriptor.getMethods().forEach(described::addMethod);
    ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(described.build());
    service.getMethods().forEach(definition::addMethod);
    return definition.build();
  }

  private static FileDescriptor withErrors(FileDescriptor file) {
    FileDescriptor errors = ErrorDetailsProto.getDescriptor();
    FileDescriptorProto more = file.toProto().toBuilder().addDependency(errors.getName()).build();
    FileDescriptor[] dependencies =
        Stream.concat(file.getDependencies().stream(), Stream.of(errors))
            .toArray(FileDescriptor[]::new);
    try {
      return FileDescriptor.buildFrom(more, dependencies);
    } catch (DescriptorValidationException impossible) {
      throw new IllegalStateException("two valid files do not fit together", impossible);
    }
  }
}
