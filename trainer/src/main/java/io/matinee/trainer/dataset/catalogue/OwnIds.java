package io.matinee.trainer.dataset.catalogue;

import java.util.List;

/** Where nothing says otherwise, a movie's id is the one at themoviedb.org. */
final class OwnIds implements MetadataMatch {
  @Override
  public List<String> moviesOf(CatalogueRow entry) {
    return List.of(entry.id());
  }

  @Override
  public boolean mayBeSeveral() {
    return false;
  }
}
