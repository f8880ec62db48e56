package io.matinee.cli.external;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.StatusOr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Tells a client of all replicas of a service, as DNS does in a cluster: replicas:///PORT,PORT. */
final class Replicas extends NameResolverProvider {
  private static final String SCHEME = "replicas";

  /** The target of a client. */
  static String target(List<Integer> ports) {
    return SCHEME + ":///" + String.join(",", ports.stream().map(String::valueOf).toList());
  }

  @Override
  public NameResolver newNameResolver(URI target, NameResolver.Args arguments) {
    List<EquivalentAddressGroup> replicas =
        Arrays.stream(target.getPath().substring(1).split(","))
            .map(
                port ->
                    new EquivalentAddressGroup(
                        new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.parseInt(port))))
            .toList();
    return new NameResolver() {
      @Override
      public String getServiceAuthority() {
        return "localhost";
      }

      @Override
      public void start(Listener2 listener) {
        listener.onResult(
            ResolutionResult.newBuilder()
                .setAddressesOrError(StatusOr.fromValue(replicas))
                .build());
      }

      @Override
      public void shutdown() {
        // Nothing is open.
      }
    };
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return 0;
  }
}
