package io.matinee.similarity.search;

import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.following.ModelReader;
import io.matinee.runtime.following.WarmCalls;
import io.matinee.similarity.kept.KeptIndexes;
import io.matinee.similarity.vectors.Query;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Finds or builds the index of a snapshot, and runs it until it is compiled. */
@Singleton
final class SimilarityModelReader implements ModelReader<SimilarityModel> {
  private static final Logger LOG = Logger.getLogger(SimilarityModelReader.class);
  private static final int WARM_COUNT = 10;

  private final KeptIndexes indexes;
  private final Clock clock;

  SimilarityModelReader(KeptIndexes indexes, Clock clock) {
    this.indexes = indexes;
    this.clock = clock;
  }

  @Override
  public Set<BlobRole> roles() {
    return Set.of(BlobRole.CATALOGUE, BlobRole.RANKING);
  }

  @Override
  public SimilarityModel load(Snapshot snapshot, String versionName) {
    SimilarityModel model = SimilarityModel.of(snapshot, indexes);
    model
        .description()
        .ifPresentOrElse(
            index -> LOG.infof("%s has its index: %s", versionName, index),
            () -> LOG.infof("%s has no vectors, and so no index", versionName));
    return model;
  }

  @Override
  public void warm(SimilarityModel model) {
    int movies = model.catalogue().size();
    if (movies > 0 && model.description().isPresent()) {
      WarmCalls.make(clock, call -> search(model, call % movies));
    }
  }

  @Override
  public Set<String> derived(SimilarityModel model) {
    return model.keptIndexes();
  }

  @Override
  public void verify(SimilarityModel model) {
    model.verify();
  }

  private static void search(SimilarityModel model, int movie) {
    if (model.search().contains(movie)) {
      Query query = Query.ofMovie(movie, model.search().vectors());
      for (SearchMethod method : SearchMethod.values()) {
        model.search().find(query, WARM_COUNT, MovieFilter.RATED, Optional.of(method));
      }
    }
  }
}
