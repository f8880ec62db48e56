package io.matinee.runtime.service;

import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.following.ModelReader;
import jakarta.inject.Singleton;
import java.util.Set;

/** A model that knows how many movies there are. */
record TryoutModel(Snapshot snapshot) implements AutoCloseable {
  int movies() {
    return snapshot.catalogue().size();
  }

  @Override
  public void close() {
    snapshot.close();
  }

  @Singleton
  static class Reader implements ModelReader<TryoutModel> {
    @Override
    public Set<BlobRole> roles() {
      return Set.of(BlobRole.CATALOGUE);
    }

    @Override
    public TryoutModel load(Snapshot snapshot, String versionName) {
      return new TryoutModel(snapshot);
    }

    @Override
    public void warm(TryoutModel loaded) {
      loaded.movies();
    }
  }
}
