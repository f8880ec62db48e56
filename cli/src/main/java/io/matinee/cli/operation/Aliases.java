package io.matinee.cli.operation;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.proto.trainer.v1.SetAliasRequest;
import java.util.Optional;

/**
 * Reads and moves aliases.
 *
 * @param registry of the trainer
 */
public record Aliases(ModelRegistryServiceBlockingStub registry) {

  /**
   * Returns an alias.
   *
   * @param name "models/{model}/aliases/{alias}"
   * @return the alias; empty when it does not exist
   */
  public Optional<Alias> find(String name) {
    try {
      GetAliasRequest request = GetAliasRequest.newBuilder().setName(name).build();
      return Optional.of(registry.getAlias(request).getAlias());
    } catch (StatusRuntimeException failure) {
      if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /**
   * Points an alias at a version, provided that nobody moves it in between.
   *
   * @param name "models/{model}/aliases/{alias}"
   * @param version the version's name; empty to point at nothing
   * @param reason why, for the audit
   * @return the alias as it is now
   */
  public Alias move(String name, String version, String reason) {
    return move(name, version, reason, find(name).map(Alias::getEtag).orElse(""));
  }

  /** Returns the same on a known etag: empty when the alias must not exist, "*" for any. */
  public Alias move(String name, String version, String reason, String etag) {
    return registry
        .setAlias(
            SetAliasRequest.newBuilder()
                .setName(name)
                .setModelVersion(version)
                .setReason(reason)
                .setEtag(etag)
                .build())
        .getAlias();
  }
}
