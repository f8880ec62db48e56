package io.matinee.trainer.registry;

import io.matinee.trainer.name.ModelName;
import java.time.Instant;

/**
 * A product slot, and what its owner says of it.
 *
 * @param name its name
 * @param displayName what people call it; empty until somebody says
 * @param etag changes with every change
 * @param createTime when its first version was published
 * @param updateTime when it was last changed
 */
public record Model(
    ModelName name, String displayName, String etag, Instant createTime, Instant updateTime) {
  /** Returns the same model with another display name. */
  public Model withDisplayName(String another) {
    return new Model(name, another, etag, createTime, updateTime);
  }

  /** Returns the same model as it is once it has been changed. */
  Model changed(String newEtag, Instant now) {
    return new Model(name, displayName, newEtag, createTime, now);
  }
}
