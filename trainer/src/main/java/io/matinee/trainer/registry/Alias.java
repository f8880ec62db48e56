package io.matinee.trainer.registry;

import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.name.ModelVersionName;
import java.time.Instant;
import java.util.Optional;

/**
 * A name for whichever version it points at.
 *
 * @param name its name
 * @param version the version that it points at; empty for none
 * @param etag changes with every change; empty for an alias that does not exist
 * @param updateTime when it was last changed
 */
public record Alias(
    AliasName name, Optional<ModelVersionName> version, String etag, Instant updateTime) {

  /** Returns the state of an alias that does not exist. */
  static Alias absent(AliasName name) {
    return new Alias(name, Optional.empty(), "", Instant.EPOCH);
  }
}
