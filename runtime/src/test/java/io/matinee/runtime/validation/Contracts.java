package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Message;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Every contract that a service of ours answers. */
public final class Contracts {
  private Contracts() {}

  /** Returns all methods. */
  public static List<MethodDescriptor<?, ?>> methods() {
    return new ClassFileImporter()
        .importPackages("io.matinee.proto", "com.google.longrunning").stream()
            .filter(type -> type.getSimpleName().endsWith("Grpc"))
            .filter(type -> type.tryGetMethod("getServiceDescriptor").isPresent())
            .map(Contracts::service)
            .<MethodDescriptor<?, ?>>flatMap(service -> service.getMethods().stream())
            .toList();
  }

  /** Returns the messages that callers send, empty, each once. */
  public static List<Message> requests() {
    return methods().stream().map(Contracts::request).distinct().toList();
  }

  /** Returns all fields of all messages that are ours. */
  public static Stream<FieldDescriptor> fields() {
    Set<FileDescriptor> files = new LinkedHashSet<>();
    requests().forEach(request -> addOurs(request.getDescriptorForType().getFile(), files));
    return files.stream()
        .flatMap(file -> file.getMessageTypes().stream())
        .flatMap(Contracts::withNested)
        .flatMap(message -> message.getFields().stream());
  }

  private static void addOurs(FileDescriptor file, Set<FileDescriptor> files) {
    if (file.getPackage().startsWith("matinee.") && files.add(file)) {
      file.getDependencies().forEach(dependency -> addOurs(dependency, files));
    }
  }

  private static Stream<Descriptor> withNested(Descriptor message) {
    return Stream.concat(
        Stream.of(message), message.getNestedTypes().stream().flatMap(Contracts::withNested));
  }

  /** Returns the message that callers of a method send, empty. */
  public static Message request(MethodDescriptor<?, ?> method) {
    var marshaller = (PrototypeMarshaller<?>) method.getRequestMarshaller();
    return (Message) Objects.requireNonNull(marshaller.getMessagePrototype());
  }

  private static ServiceDescriptor service(JavaClass stubs) {
    try {
      Object service = stubs.reflect().getMethod("getServiceDescriptor").invoke(null);
      return (ServiceDescriptor) Objects.requireNonNull(service);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(stubs.getFullName(), broken);
    }
  }
}
