package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import java.util.List;
import java.util.Objects;

/** Every contract that a service of ours answers. */
public final class Contracts {
  private Contracts() {}

  /** Returns the messages that callers send, each once. */
  public static List<Descriptor> requests() {
    return new ClassFileImporter()
        .importPackages("io.matinee.proto", "com.google.longrunning").stream()
            .filter(type -> type.getSimpleName().endsWith("Grpc"))
            .filter(type -> type.tryGetMethod("getServiceDescriptor").isPresent())
            .map(Contracts::service)
            .flatMap(service -> service.getMethods().stream())
            .map(MethodDescriptor::getInputType)
            .distinct()
            .toList();
  }

  private static com.google.protobuf.Descriptors.ServiceDescriptor service(JavaClass stubs) {
    try {
      var service =
          (ServiceDescriptor) stubs.reflect().getMethod("getServiceDescriptor").invoke(null);
      var supplier =
          (ProtoServiceDescriptorSupplier) Objects.requireNonNull(service).getSchemaDescriptor();
      return Objects.requireNonNull(supplier).getServiceDescriptor();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(stubs.getFullName(), broken);
    }
  }
}
