package io.matinee.trainer.registry;

import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Blobs that no version refers to: left by whoever died, or gave up, between putting them and
 * publishing. They are deleted once they are old, since younger ones may be on their way into a
 * version, put by this process or another. Thread-safe.
 *
 * @param blobs the blob store
 * @param versions the versions of models, which know what data sets refer to, too
 * @param retention how long a blob may take from when it was put until its version is there
 * @param clock the time
 */
public record OrphanBlobs(
    BlobStore blobs, ModelVersions versions, Duration retention, Clock clock) {
  private static final Logger LOG = Logger.getLogger(OrphanBlobs.class);

  /**
   * Deletes the old ones.
   *
   * @return how many there were
   */
  public int delete() {
    Instant old = clock.instant().minus(retention);
    int deleted = 0;
    try {
      List<String> candidates = blobs.putBefore(old);
      // Asked for after the candidates: what was on its way when they were listed is young.
      Set<String> referenced = versions.referencedBlobs();
      for (String sha256 : candidates) {
        if (!referenced.contains(sha256) && blobs.deleteIfPutBefore(sha256, old)) {
          deleted++;
        }
      }
    } catch (IOException failure) {
      throw StorageFault.of(failure);
    }
    if (deleted > 0) {
      LOG.infof("blobs deleted since no version refers to them: %d", deleted);
    }
    return deleted;
  }
}
