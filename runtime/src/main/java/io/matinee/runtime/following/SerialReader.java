package io.matinee.runtime.following;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Snapshot;
import java.util.Set;

/**
 * A reader that several followers share: it builds and warms one version at a time, so that the
 * versions of several aliases take the memory and the cores of one load. Those that wait are
 * downloaded, and have their catalogues in memory. Thread safe.
 */
final class SerialReader<T extends AutoCloseable> implements ModelReader<T> {
  private final ModelReader<T> reader;

  SerialReader(ModelReader<T> reader) {
    this.reader = reader;
  }

  @Override
  public Set<BlobRole> roles() {
    return reader.roles();
  }

  @Override
  public synchronized T load(Snapshot snapshot, String versionName) {
    return reader.load(snapshot, versionName);
  }

  @Override
  public synchronized void warm(T loaded) {
    reader.warm(loaded);
  }

  @Override
  public Set<String> derived(T loaded) {
    return reader.derived(loaded);
  }

  @Override
  public void verify(T loaded) {
    reader.verify(loaded);
  }
}
