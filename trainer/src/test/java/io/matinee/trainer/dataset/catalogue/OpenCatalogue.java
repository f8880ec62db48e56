package io.matinee.trainer.dataset.catalogue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files beside ratings. */
abstract class OpenCatalogue {
  @TempDir Path temporary;
  CatalogueFolder folder;

  @BeforeEach
  void create() {
    folder = new CatalogueFolder(temporary);
  }
}
