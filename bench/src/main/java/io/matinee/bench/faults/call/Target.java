package io.matinee.bench.faults.call;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import grpc.health.v1.HealthOuterClass;
import io.grpc.reflection.v1.ServerReflectionProto;
import io.matinee.cli.connection.Service;
import io.matinee.cli.contract.ContractFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A method of a running service.
 *
 * @param service whose process answers it
 * @param method as its contract describes it
 */
public record Target(Service service, MethodDescriptor method) {
  private static final String OWN_PACKAGES = "matinee.";
  private static final String OPERATIONS = "google.longrunning.Operations";

  /**
   * Returns every method of the contracts at each process that answers it, and health and
   * reflection; in a fixed order.
   */
  public static List<Target> all() {
    List<Target> targets = new ArrayList<>();
    Stream.concat(
            ContractFiles.contracts().stream(),
            Stream.of(HealthOuterClass.getDescriptor(), ServerReflectionProto.getDescriptor()))
        .map(FileDescriptor::getServices)
        .flatMap(List::stream)
        .forEach(
            described ->
                answering(described.getFullName())
                    .forEach(
                        service ->
                            described
                                .getMethods()
                                .forEach(method -> targets.add(new Target(service, method)))));
    return List.copyOf(targets);
  }

  /** Returns the path of the method in HTTP/2. */
  public String path() {
    return path(method.getService(), method.getName());
  }

  /** Returns the path of a method that is not there, in the same service. */
  String path(String methodName) {
    return path(method.getService(), methodName);
  }

  /** Whether the answer may last until the caller has enough. */
  public boolean streams() {
    return method.isServerStreaming();
  }

  private static String path(ServiceDescriptor service, String method) {
    return "/" + service.getFullName() + "/" + method;
  }

  private static List<Service> answering(String contract) {
    if (contract.startsWith(OWN_PACKAGES)) {
      String owner = contract.substring(OWN_PACKAGES.length());
      return Stream.of(Service.values())
          .filter(service -> owner.startsWith(service.id() + "."))
          .toList();
    }
    return contract.equals(OPERATIONS)
        ? List.of(Service.TRAINER, Service.METRICS)
        : List.of(Service.values());
  }
}
